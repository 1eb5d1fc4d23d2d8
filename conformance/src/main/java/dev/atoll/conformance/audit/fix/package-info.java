/** Fixes that need no thought, as a patch that keeps every other byte. */
package dev.atoll.conformance.audit.fix;
