/** Facts about load balancers and their addresses. */
package dev.atoll.facts.loadbalancer;
