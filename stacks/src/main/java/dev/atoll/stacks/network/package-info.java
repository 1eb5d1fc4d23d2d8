/** The network of every Region and what connects them. */
package dev.atoll.stacks.network;
