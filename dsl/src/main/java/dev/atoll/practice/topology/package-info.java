/** Practices about the shape of a topology. */
package dev.atoll.practice.topology;
