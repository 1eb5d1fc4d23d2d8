/** What load balancers need before a controller in the cluster makes them. */
package dev.atoll.stacks.loadbalancer;
