/**
 * Terraform configuration in HCL: files are parsed once, in parallel, and evaluated instance by
 * instance into the same roots of resources that the JSON formats yield.
 */
package dev.atoll.conformance.read.hcl;
