package dev.atoll.itest.backend;

import java.util.stream.Stream;

/** What was behind a failure. */
public final class Causes {

  private Causes() {}

  /** The message of the innermost cause, on one line. */
  public static String innermost(Throwable failure) {
    Throwable innermost =
        Stream.iterate(failure, each -> each != null, Throwable::getCause)
            .reduce(failure, (outer, inner) -> inner);
    return String.valueOf(innermost.getMessage()).replaceAll("\\s+", " ").strip();
  }
}
