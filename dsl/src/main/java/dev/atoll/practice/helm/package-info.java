/** Practices about Helm releases. */
package dev.atoll.practice.helm;
