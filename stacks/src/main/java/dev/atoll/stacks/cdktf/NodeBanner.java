package dev.atoll.stacks.cdktf;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Keeps the banner about Node.js versions from the terminal. jsii starts Node by itself and passes
 * its standard error on to {@code System.err}, and neither takes a setting from Java that would
 * silence it. The banner is a box of exclamation marks; every other line goes through.
 */
final class NodeBanner {

  private NodeBanner() {}

  /** Keeps the banner away while something is done. */
  static void silencedWhile(Runnable action) {
    PrintStream original = System.err;
    PrintStream filtered = new PrintStream(new Filter(original), true, StandardCharsets.UTF_8);
    System.setErr(filtered);
    try {
      action.run();
    } finally {
      System.setErr(original);
    }
  }

  /** Passes on whole lines that are not part of the box, nor the empty lines that follow those. */
  private static final class Filter extends OutputStream {

    private final PrintStream target;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private boolean afterBanner;

    Filter(PrintStream target) {
      this.target = target;
    }

    @Override
    public synchronized void write(int character) {
      if (character == '\n') {
        pass();
      } else {
        line.write(character);
      }
    }

    private void pass() {
      String text = line.toString(StandardCharsets.UTF_8);
      line.reset();
      boolean banner = text.startsWith("!!") && text.stripTrailing().endsWith("!!");
      boolean gap = afterBanner && text.isBlank();
      afterBanner = banner || gap;
      if (!afterBanner) {
        target.println(text);
      }
    }
  }
}
