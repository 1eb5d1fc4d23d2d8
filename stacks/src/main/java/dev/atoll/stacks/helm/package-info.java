/** Helm releases, the provider that makes them, and the charts that are our own. */
package dev.atoll.stacks.helm;
