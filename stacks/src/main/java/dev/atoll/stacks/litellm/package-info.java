/** LiteLLM, the gateway to language models, and the rotation of the key for workspaces. */
package dev.atoll.stacks.litellm;
