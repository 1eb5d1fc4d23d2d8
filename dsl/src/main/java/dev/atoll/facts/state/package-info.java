/** Facts about where Terraform keeps its state. */
package dev.atoll.facts.state;
