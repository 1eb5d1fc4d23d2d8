/**
 * Stand-in "AWS Load Balancer Controller": makes the load balancers that Services ask for, on the
 * emulator.
 */
package dev.atoll.itest.loadbalancer;
