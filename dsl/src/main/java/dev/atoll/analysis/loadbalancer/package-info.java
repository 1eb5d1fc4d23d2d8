/** What the AWS Load Balancer Controller makes of a Service. */
package dev.atoll.analysis.loadbalancer;
