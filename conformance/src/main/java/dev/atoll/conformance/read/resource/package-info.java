/**
 * The neutral layer between Terraform's file formats and facts: resources with their arguments, and
 * what those refer to.
 */
package dev.atoll.conformance.read.resource;
