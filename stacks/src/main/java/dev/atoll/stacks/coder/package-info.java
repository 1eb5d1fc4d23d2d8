/** The Coder servers of every Region, and what stands in front of them. */
package dev.atoll.stacks.coder;
