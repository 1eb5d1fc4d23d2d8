/** Turns objects of a Kubernetes API, or of a rendered chart, into facts. */
package dev.atoll.itest.kubernetes.read;
