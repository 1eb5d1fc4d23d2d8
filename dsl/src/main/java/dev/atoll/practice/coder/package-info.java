/** Practices about the Coder servers. */
package dev.atoll.practice.coder;
