/** The EKS cluster of every Region and the roles of what runs in it. */
package dev.atoll.stacks.cluster;
