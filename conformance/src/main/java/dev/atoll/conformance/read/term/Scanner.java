package dev.atoll.conformance.read.term;

/** A text and the place in it up to which it was read. Local to one parse. */
final class Scanner {

  private final String text;
  private int at;

  Scanner(String text) {
    this.text = text;
  }

  boolean atEnd() {
    return at >= text.length();
  }

  char peek() {
    return atEnd() ? '\0' : text.charAt(at);
  }

  /** Goes past that token if it comes next. */
  boolean take(String token) {
    boolean next = text.startsWith(token, at);
    at += next ? token.length() : 0;
    return next;
  }

  char next() {
    return text.charAt(at++);
  }

  void skipSpace() {
    while (!atEnd() && Character.isWhitespace(peek())) {
      at++;
    }
  }

  /** A name as HCL has them; empty when none comes next. */
  String name() {
    int start = at;
    while (!atEnd() && (Character.isLetterOrDigit(peek()) || peek() == '_' || peek() == '-')) {
      at++;
    }
    return text.substring(start, at);
  }

  /**
   * The inside of {@code ${…}} when the scanner stands behind its opening brace, with quoted texts
   * and nested braces in it; null when it never closes.
   */
  String interpolation() {
    int start = at;
    int depth = 1;
    boolean quoted = false;
    while (!atEnd()) {
      char c = next();
      if (c == '\\' && quoted && !atEnd()) {
        next();
      } else if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && c == '{') {
        depth++;
      } else if (!quoted && c == '}' && --depth == 0) {
        return text.substring(start, at - 1);
      }
    }
    return null;
  }
}
