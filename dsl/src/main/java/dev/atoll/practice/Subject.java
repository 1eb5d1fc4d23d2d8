package dev.atoll.practice;

/**
 * Whom a row is about. Some hold for whatever runs on AWS; others say how Coder, or LiteLLM beside
 * it, wants to be deployed, and nobody else has to follow them: an Aurora cluster of another
 * application may well have a reader, and its nodes admit other ports.
 */
public enum Subject {
  /** Whatever runs there. */
  ANYBODY,
  /** A deployment of Coder. */
  CODER,
  /** A deployment of LiteLLM. */
  LITELLM
}
