/** Parsers of Terraform's three JSON formats; each yields a root of resources. */
package dev.atoll.conformance.read.json;
