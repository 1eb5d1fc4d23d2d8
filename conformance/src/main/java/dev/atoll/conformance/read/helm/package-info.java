/** Readers of Helm releases and of the provider that makes them. */
package dev.atoll.conformance.read.helm;
