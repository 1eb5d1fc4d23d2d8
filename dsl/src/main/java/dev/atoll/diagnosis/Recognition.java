package dev.atoll.diagnosis;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

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

  /**
   * Reads to the end. Memory is bounded, whatever comes: neither the input nor a line of it is kept
   * whole.
   *
   * @throws IOException when it cannot be read
   */
  public static Recognition of(Reader input) throws IOException {
    BoundedLines lines = new BoundedLines(new BufferedReader(input));
    Recogniser recogniser = new Recogniser();
    for (Optional<LogLine> line = lines.next(); line.isPresent(); line = lines.next()) {
      recogniser.read(line.get());
    }
    return recogniser.finish(lines.count());
  }

  /** Recognises what is known in a text, such as the body of an answer. */
  public static Recognition of(String text) {
    try {
      return of(new StringReader(text));
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory can always be read", e);
    }
  }

  /** Whether that known error is in it. */
  public boolean has(String id) {
    return known.stream().anyMatch(found -> found.error().id().equals(id));
  }
}
