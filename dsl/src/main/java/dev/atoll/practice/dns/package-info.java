/** Practices about Route 53 and names. */
package dev.atoll.practice.dns;
