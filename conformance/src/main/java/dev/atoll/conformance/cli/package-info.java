/** The command line. */
package dev.atoll.conformance.cli;
