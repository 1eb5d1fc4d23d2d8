package dev.atoll.itest.twin.client;

import java.time.Duration;

/**
 * How long clients wait, in real time, for whoever is silent. Nobody in a twin is silent for long:
 * what is dropped breaks at once.
 *
 * @param answer for the next byte of an answer, TLS included
 */
public record Patience(Duration answer) {

  /** Longer than any answer takes on a machine that is very busy. */
  public static final Patience LONG = new Patience(Duration.ofSeconds(30));

  int millis() {
    return (int) answer.toMillis();
  }
}
