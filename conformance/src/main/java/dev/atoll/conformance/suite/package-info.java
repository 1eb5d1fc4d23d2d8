/** The conformance suite: JUnit classes that gain evidence about a topology. */
package dev.atoll.conformance.suite;
