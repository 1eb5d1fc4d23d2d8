/** What can be read of a real deployment with an AWS profile and a kubeconfig. */
package dev.atoll.conformance.live;
