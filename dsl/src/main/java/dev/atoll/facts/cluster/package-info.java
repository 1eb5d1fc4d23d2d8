/** What is known of Kubernetes clusters. */
package dev.atoll.facts.cluster;
