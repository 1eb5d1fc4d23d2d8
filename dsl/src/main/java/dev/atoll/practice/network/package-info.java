/** Practices about the network between regions. */
package dev.atoll.practice.network;
