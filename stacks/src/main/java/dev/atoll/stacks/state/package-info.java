/** The root that makes the bucket for the state. */
package dev.atoll.stacks.state;
