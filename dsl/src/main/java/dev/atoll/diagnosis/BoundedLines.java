package dev.atoll.diagnosis;

import java.io.IOException;
import java.io.Reader;
import java.util.Optional;

/**
 * Reads lines of any length in bounded memory: a longer one comes in pieces, cut between words
 * where there is one, all with its number.
 */
final class BoundedLines {

  /** The longest piece, in characters. */
  static final int LONGEST = 8192;

  private final Reader reader;
  private final StringBuilder piece = new StringBuilder();
  private long number = 1;
  private boolean afterReturn;

  /**
   * @param reader a buffered one
   */
  BoundedLines(Reader reader) {
    this.reader = reader;
  }

  /** How many lines were read so far. */
  long count() {
    return piece.length() == 0 ? number - 1 : number;
  }

  /** The next line, or the next piece of a long one; empty at the end. */
  Optional<LogLine> next() throws IOException {
    for (int read = reader.read(); read >= 0; read = reader.read()) {
      char character = (char) read;
      boolean sameEnd = character == '\n' && afterReturn;
      afterReturn = character == '\r';
      if (sameEnd) {
        continue;
      }
      if (character == '\n' || character == '\r') {
        LogLine line = LogLine.of(number++, piece.toString());
        piece.setLength(0);
        return Optional.of(line);
      }
      piece.append(character);
      if (piece.length() == LONGEST) {
        return Optional.of(cut());
      }
    }
    if (piece.length() == 0) {
      return Optional.empty();
    }
    LogLine last = LogLine.of(number++, piece.toString());
    piece.setLength(0);
    return Optional.of(last);
  }

  private LogLine cut() {
    int space = piece.lastIndexOf(" ");
    int end = space < LONGEST / 2 ? LONGEST : space;
    LogLine line = LogLine.of(number, piece.substring(0, end));
    piece.delete(0, end);
    return line;
  }
}
