/** Facts about LiteLLM. */
package dev.atoll.facts.litellm;
