/** Readers of what Terraform says of Coder: its releases, and its list of workspace proxies. */
package dev.atoll.conformance.read.coder;
