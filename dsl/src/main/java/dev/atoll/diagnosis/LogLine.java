package dev.atoll.diagnosis;

import java.util.regex.Pattern;

/**
 * A line of a log as a person reads it: without colours, Terraform's frame and JSON's escapes.
 *
 * @param number its number, from 1
 * @param text its words, with single spaces between them; never longer than what was read of it
 */
record LogLine(long number, String text) {

  /** Colours and cursor movements (ECMA-48), and titles of windows. */
  private static final Pattern ESCAPES =
      Pattern.compile("\u001b(?:\\[[0-?]*[ -/]*[@-~]|\\][^\u0007\u001b]*(?:\u0007|\u001b\\\\)|.)");

  private static final Pattern FRAME = Pattern.compile("^[\\s│╷╵|]+");
  private static final Pattern ESCAPED_SPACE = Pattern.compile("(?<!\\\\)\\\\[nrt]");
  private static final Pattern BLANKS = Pattern.compile("[\\p{Cc}\\p{Cf}\\s]+");

  static LogLine of(long number, String raw) {
    String text = raw.indexOf('\u001b') < 0 ? raw : ESCAPES.matcher(raw).replaceAll("");
    text = FRAME.matcher(text).replaceFirst("");
    if (text.indexOf('\\') >= 0) {
      text = ESCAPED_SPACE.matcher(text).replaceAll(" ").replace("\\\"", "\"");
    }
    return new LogLine(number, BLANKS.matcher(text).replaceAll(" ").strip());
  }
}
