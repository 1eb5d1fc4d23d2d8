/** Practices about load balancers. */
package dev.atoll.practice.loadbalancer;
