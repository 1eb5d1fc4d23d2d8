/** Stand-ins for the nodes of EKS clusters, which the emulator does not start. */
package dev.atoll.itest.nodes;
