/** Helm releases and the Terraform provider that makes them. */
package dev.atoll.facts.helm;
