package dev.atoll.conformance.cli;

import dev.atoll.conformance.report.Terminal;

/** Headlines and labelled paragraphs, as wide as the terminal. */
final class Paragraphs {

  private static final int LABEL = 12;

  private final Terminal terminal;

  Paragraphs(Terminal terminal) {
    this.terminal = terminal;
  }

  /** A headline. */
  String head(String text) {
    return terminal.bold(terminal.wrap(0, text)) + "\n";
  }

  /** A paragraph with its label in the margin. */
  String entry(String label, String text) {
    String wrapped = terminal.wrap(LABEL, text);
    String margin = "  %-9s ".formatted(label);
    return margin + wrapped.substring(Math.min(margin.length(), LABEL)) + "\n";
  }
}
