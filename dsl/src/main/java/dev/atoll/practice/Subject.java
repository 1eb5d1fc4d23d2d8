package dev.atoll.practice;

import java.util.regex.Pattern;

/**
 * Whom a row is about. Some hold for whatever runs on AWS; others say how Coder, or LiteLLM beside
 * it, wants to be deployed, and nobody else has to follow them: an Aurora cluster of another
 * application may well have a reader, and its nodes admit other ports.
 */
public enum Subject {
  /** Whatever runs there. */
  ANYBODY("anybody", "(?!)"),
  /** A deployment of Coder. */
  CODER("Coder", "(?<![A-Za-z])(?:coder|CODER|Coder)(?![a-z])"),
  /** A deployment of LiteLLM. */
  LITELLM("LiteLLM", "(?i)litellm");

  private final String called;
  private final Pattern named;

  Subject(String called, String named) {
    this.called = called;
    this.named = Pattern.compile(named);
  }

  /** Whether a text names it, as part of whatever other name. */
  public boolean isNamedIn(String text) {
    return named.matcher(text).find();
  }

  /** As people call it. */
  @Override
  public String toString() {
    return called;
  }
}
