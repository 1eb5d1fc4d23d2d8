/** Readers that turn Terraform's files into facts, so that the same practices judge them. */
package dev.atoll.conformance.read;
