package dev.atoll.conformance.report;

/** Texts as XML 1.0 can hold them: it has no way to write most control characters. */
public final class XmlText {

  private XmlText() {}

  /** A text for an attribute in double quotes. */
  public static String attribute(String text) {
    return content(text).replace("\"", "&quot;").replace('\n', ' ');
  }

  /** A text for an element. */
  public static String content(String text) {
    return text.codePoints()
        .map(
            character ->
                character == '\t' || character == '\n' || isPlain(character) ? character : 0xFFFD)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString()
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;");
  }

  private static boolean isPlain(int character) {
    return (character >= 0x20 && character <= 0xD7FF)
        || (character >= 0xE000 && character <= 0xFFFD)
        || character >= 0x10000;
  }
}
