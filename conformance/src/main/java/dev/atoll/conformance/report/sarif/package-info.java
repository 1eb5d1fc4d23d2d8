/** Reports in the Static Analysis Results Interchange Format, version 2.1.0. */
package dev.atoll.conformance.report.sarif;
