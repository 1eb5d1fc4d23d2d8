/** Terraform's own notions: roots, blocks, resources, expressions, backends. */
package dev.atoll.stacks.terraform;
