/** The report of a conformance run, how it comes together, and how it is shown. */
package dev.atoll.conformance.report;
