/** What is in a Kubernetes cluster, as far as practices look at it. */
package dev.atoll.facts.kubernetes;
