/** Judges somebody's Terraform by the practice catalogue, and tells what came of it. */
package dev.atoll.conformance.audit;
