/** Where workspaces run. */
package dev.atoll.stacks.workspaces;
