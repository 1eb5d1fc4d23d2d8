package dev.atoll.diagnosis;

import java.util.List;

/**
 * What was recognised in something that programs wrote.
 *
 * @param lines how many lines were read
 * @param known the known errors in it, each once, in the order of their first line
 * @param unknown the first lines that look like an error and that no known one explains
 * @param unknowns how many of them there are
 */
public record Recognition(
    long lines, List<Recognised> known, List<Unexplained> unknown, long unknowns) {

  /**
   * A line that looks like an error and is not known.
   *
   * @param line its number, from 1
   * @param text its beginning, with secrets masked
   */
  public record Unexplained(long line, String text) {}

  public Recognition {
    known = List.copyOf(known);
    unknown = List.copyOf(unknown);
  }

  /** Recognises what is known in a text, such as the body of an answer. */
  public static Recognition of(String text) {
    return of(text.lines().toList());
  }

  /** Recognises what is known in a log, a line each. */
  public static Recognition of(List<String> log) {
    Recogniser recogniser = new Recogniser();
    for (int i = 0; i < log.size(); i++) {
      recogniser.read(i + 1, log.get(i));
    }
    return recogniser.finish();
  }

  /** Whether that known error is in it. */
  public boolean has(String id) {
    return known.stream().anyMatch(found -> found.error().id().equals(id));
  }
}
