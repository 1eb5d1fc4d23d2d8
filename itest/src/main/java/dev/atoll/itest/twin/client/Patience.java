package dev.atoll.itest.twin.client;

import java.time.Duration;

/**
 * How long clients wait, in real time. The figures stand for the minutes of real clients.
 *
 * @param answer for the next byte of an answer, TLS included
 */
public record Patience(Duration answer) {

  /** Longer than any answer of the twin takes, short enough to be waited for. */
  public static final Patience COMPRESSED = new Patience(Duration.ofSeconds(3));

  int millis() {
    return (int) answer.toMillis();
  }
}
