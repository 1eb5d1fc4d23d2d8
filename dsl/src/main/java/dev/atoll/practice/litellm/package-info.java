/** Practices about LiteLLM. */
package dev.atoll.practice.litellm;
