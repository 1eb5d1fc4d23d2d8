/** Practices about the network between the Regions. */
package dev.atoll.practice.network;
