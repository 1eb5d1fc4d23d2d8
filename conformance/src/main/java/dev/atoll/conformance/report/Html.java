package dev.atoll.conformance.report;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A piece of HTML. Text gets in by {@link #text} alone, which escapes it, so nothing that a
 * resource is called or a server answered can become markup.
 */
sealed interface Html {

  /** Elements without content and without an end tag. */
  Set<String> VOID = Set.of("meta", "br", "hr");

  /** Appends the markup. */
  void appendTo(StringBuilder page);

  /** Text as it is to be read. */
  static Html text(String text) {
    return new Text(text);
  }

  /** An element. */
  static Element tag(String name, Html... children) {
    return new Element(name, Map.of(), Arrays.asList(children));
  }

  /** An element that holds text. */
  static Element tag(String name, String text) {
    return tag(name, text(text));
  }

  /** Several pieces, one after the other. */
  static Html all(Stream<? extends Html> pieces) {
    return new Pieces(pieces.<Html>map(piece -> piece).toList());
  }

  /** Several pieces, one after the other. */
  static Html all(Html... pieces) {
    return new Pieces(Arrays.asList(pieces));
  }

  /** Nothing. */
  static Html none() {
    return all();
  }

  /** Text. */
  record Text(String text) implements Html {
    @Override
    public void appendTo(StringBuilder page) {
      text.codePoints().forEach(character -> append(page, character));
    }

    private static void append(StringBuilder page, int character) {
      switch (character) {
        case '&' -> page.append("&amp;");
        case '<' -> page.append("&lt;");
        case '>' -> page.append("&gt;");
        case '"' -> page.append("&quot;");
        case '\'' -> page.append("&#39;");
        default -> page.appendCodePoint(character);
      }
    }
  }

  /** An element with its attributes. Names come from our own code, values from anywhere. */
  record Element(String name, Map<String, String> attributes, List<Html> children) implements Html {

    /** The same with an attribute more. */
    Element with(String attribute, String value) {
      Map<String, String> more = new LinkedHashMap<>(attributes);
      more.put(attribute, value);
      return new Element(name, more, children);
    }

    /** The same with these style classes. */
    Element css(String classes) {
      return with("class", classes);
    }

    @Override
    public void appendTo(StringBuilder page) {
      page.append('<').append(name);
      attributes.forEach(
          (attribute, value) -> {
            page.append(' ').append(attribute).append("=\"");
            text(value).appendTo(page);
            page.append('"');
          });
      page.append('>');
      if (!VOID.contains(name)) {
        children.forEach(child -> child.appendTo(page));
        page.append("</").append(name).append('>');
      }
    }
  }

  /** Pieces side by side. */
  record Pieces(List<Html> pieces) implements Html {
    @Override
    public void appendTo(StringBuilder page) {
      pieces.forEach(piece -> piece.appendTo(page));
    }
  }

  /**
   * A style sheet of our own; the one thing that is not escaped, for a browser would not undo it.
   */
  record StyleSheet(String css) implements Html {
    @Override
    public void appendTo(StringBuilder page) {
      page.append("<style>\n").append(css).append("</style>");
    }
  }
}
