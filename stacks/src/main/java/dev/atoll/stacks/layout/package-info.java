/** How layers are cut into roots, each with a state of its own. */
package dev.atoll.stacks.layout;
