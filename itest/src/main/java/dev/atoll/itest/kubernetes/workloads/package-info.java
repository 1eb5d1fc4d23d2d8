/** Stands in for the controllers and nodes of a cluster that has neither. */
package dev.atoll.itest.kubernetes.workloads;
