package dev.atoll.conformance.diagnose;

import dev.atoll.diagnosis.Recogniser;
import dev.atoll.diagnosis.Recognition;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Reads lines of any length in bounded memory: a longer one comes in pieces, cut between words
 * where there is one, all with its number.
 */
public final class BoundedLines {

  /** The longest piece, in characters. */
  private static final int LONGEST = 8192;

  private final Recogniser recogniser = new Recogniser();
  private final StringBuilder piece = new StringBuilder();
  private long number = 1;
  private char before;

  private BoundedLines() {}

  /**
   * Recognises known errors in what comes, to its end.
   *
   * @throws IOException when it cannot be read
   */
  public static Recognition recognise(Reader input) throws IOException {
    BoundedLines lines = new BoundedLines();
    BufferedReader reader = new BufferedReader(input);
    for (int read = reader.read(); read >= 0; read = reader.read()) {
      lines.take((char) read);
    }
    if (lines.piece.length() > 0) {
      lines.end();
    }
    return lines.recogniser.finish();
  }

  private void take(char character) {
    boolean sameEnd = character == '\n' && before == '\r';
    before = character;
    if (sameEnd) {
      return;
    }
    if (character == '\n' || character == '\r') {
      end();
      return;
    }
    piece.append(character);
    if (piece.length() == LONGEST) {
      cut();
    }
  }

  private void end() {
    recogniser.read(number++, piece.toString());
    piece.setLength(0);
  }

  private void cut() {
    int space = piece.lastIndexOf(" ");
    int end = space < LONGEST / 2 ? LONGEST : space;
    recogniser.read(number, piece.substring(0, end));
    piece.delete(0, end);
  }
}
