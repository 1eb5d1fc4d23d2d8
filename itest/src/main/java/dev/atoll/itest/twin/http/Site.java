package dev.atoll.itest.twin.http;

/** Answers requests; several threads ask at once. */
@FunctionalInterface
public interface Site {

  /** The answer to a request. */
  Answer answer(Question question);
}
