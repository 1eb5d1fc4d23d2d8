/**
 * Network Load Balancers of the twin, as they were read back. What they do stands in {@code
 * network-load-balancer.md}, a line per behaviour with its source.
 */
package dev.atoll.itest.twin.loadbalancer;
