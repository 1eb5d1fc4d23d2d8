/**
 * Terraform's expressions, three-valued: a text either evaluates to a literal or to a reference, or
 * it says why it cannot be evaluated.
 */
package dev.atoll.conformance.read.term;
