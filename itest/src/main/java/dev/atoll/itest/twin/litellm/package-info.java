/** The stand-in for LiteLLM. What it does stands in {@code stand-ins.md}, a line per behaviour. */
package dev.atoll.itest.twin.litellm;
