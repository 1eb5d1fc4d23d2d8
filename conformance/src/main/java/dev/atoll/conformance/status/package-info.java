/** What works, what is pending and why, from the last run's evidence and from live answers. */
package dev.atoll.conformance.status;
