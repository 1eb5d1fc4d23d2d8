package dev.atoll.conformance.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.diagnosis.Recognised;
import dev.atoll.diagnosis.Recognition;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import org.junit.jupiter.api.Test;

class BoundedLinesTest {

  private static final String LICENCE = "Your license is not entitled to create workspace proxies.";

  @Test
  void everyEndOfALineCountsOnce() throws IOException {
    Recognition seen = BoundedLines.recognise(new StringReader("one\r\ntwo\rthree\n\n" + LICENCE));

    assertThat(seen.lines()).isEqualTo(5);
    assertThat(seen.known()).singleElement().extracting(Recognised::line).isEqualTo(5L);
  }

  @Test
  void aLineOfAnyLengthIsReadInPieces() throws IOException {
    Recognition seen = BoundedLines.recognise(new Endless(20_000_000, 'x', " " + LICENCE));

    assertThat(seen.lines()).isEqualTo(1);
    assertThat(seen.known()).singleElement().extracting(Recognised::line).isEqualTo(1L);
  }

  @Test
  void aPieceIsCutBetweenWords() throws IOException {
    String log = "word ".repeat(1630) + LICENCE + " word".repeat(5000);

    assertThat(BoundedLines.recognise(new StringReader(log)).known()).hasSize(1);
  }

  @Test
  void nothingIsNoLine() throws IOException {
    assertThat(BoundedLines.recognise(new StringReader("")).lines()).isZero();
  }

  /** So many letters and an end, without holding them. */
  private static final class Endless extends Reader {
    private final char letter;
    private final String end;
    private long left;
    private int at;

    Endless(long letters, char letter, String end) {
      this.left = letters;
      this.letter = letter;
      this.end = end;
    }

    @Override
    public int read(char[] buffer, int offset, int count) {
      int read = 0;
      while (read < count && (left > 0 || at < end.length())) {
        buffer[offset + read++] = left-- > 0 ? letter : end.charAt(at++);
      }
      return read == 0 ? -1 : read;
    }

    @Override
    public void close() {}
  }
}
