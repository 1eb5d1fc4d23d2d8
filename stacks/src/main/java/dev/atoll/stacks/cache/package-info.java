/** The layer of LiteLLM's cache. */
package dev.atoll.stacks.cache;
