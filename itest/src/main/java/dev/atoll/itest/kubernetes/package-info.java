/** Kubernetes clusters to test against: a real API server, or k3s, or one that is there. */
package dev.atoll.itest.kubernetes;
