/** Topologies other than the documents' own, to start from and to test with. */
package dev.atoll.stacks.examples;
