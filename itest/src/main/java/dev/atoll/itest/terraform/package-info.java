/** Terraform as a library: its commands, its progress, its diagnostics. */
package dev.atoll.itest.terraform;
