package dev.atoll.conformance.read.term;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads what stands for itself in an expression: numbers, words, quoted texts, lists, objects. */
final class Constant {

  private Constant() {}

  /** A word, or null when it means nothing by itself. */
  static Term word(String word) {
    return switch (word) {
      case "true" -> new Term.Literal(true);
      case "false" -> new Term.Literal(false);
      case "null" -> Term.absent();
      default -> null;
    };
  }

  static Term number(String first, Scanner in) {
    if (!first.matches("-?\\d{1,18}")) {
      return null;
    }
    return in.peek() == '.' ? null : new Term.Literal(new BigDecimal(first));
  }

  /** A quoted text with whatever is to be evaluated in it. */
  static Term quoted(Scanner in, Scope scope) {
    in.take("\"");
    List<Term> parts = new ArrayList<>();
    StringBuilder plain = new StringBuilder();
    while (!in.atEnd()) {
      if (in.take("$${")) {
        plain.append("${");
      } else if (in.take("%%{")) {
        plain.append("%{");
      } else if (in.take("%{")) {
        return null;
      } else if (in.take("${")) {
        String inside = in.interpolation();
        if (inside == null) {
          return null;
        }
        Expressions.flush(plain, parts);
        parts.add(Expressions.expression(inside, scope));
      } else if (in.take("\"")) {
        Expressions.flush(plain, parts);
        return Expressions.joined(parts, "of a quoted text");
      } else if (!character(in, plain)) {
        return null;
      }
    }
    return null;
  }

  private static boolean character(Scanner in, StringBuilder plain) {
    char c = in.next();
    if (c != '\\') {
      plain.append(c);
      return true;
    }
    switch (in.atEnd() ? ' ' : in.next()) {
      case 'n' -> plain.append('\n');
      case 'r' -> plain.append('\r');
      case 't' -> plain.append('\t');
      case '"' -> plain.append('"');
      case '\\' -> plain.append('\\');
      default -> {
        return false;
      }
    }
    return true;
  }

  /** {@code [a, b]}. */
  static Term list(Scanner in, Scope scope) {
    in.take("[");
    List<Term> elements = new ArrayList<>();
    while (!closes(in, "]")) {
      Term element = Traversal.read(in, scope);
      if (element == null || element instanceof Term.Unknown) {
        return element;
      }
      elements.add(element);
      separator(in);
    }
    return in.take("]") ? new Term.ListOf(elements) : null;
  }

  /** <code>{ key = a, "key": b }</code>. */
  static Term object(Scanner in, Scope scope) {
    in.take("{");
    Map<String, Term> members = new LinkedHashMap<>();
    while (!closes(in, "}")) {
      Term key = in.peek() == '"' ? quoted(in, scope) : Term.text(in.name());
      in.skipSpace();
      if (key == null
          || key.asText().filter(name -> !name.isEmpty()).isEmpty()
          || !(in.take("=") || in.take(":"))) {
        return null;
      }
      Term value = Traversal.read(in, scope);
      if (value == null || value instanceof Term.Unknown) {
        return value;
      }
      if (!(value instanceof Term.Absent)) {
        members.put(key.asText().get(), value);
      }
      separator(in);
    }
    return in.take("}") ? new Term.ObjectOf(members) : null;
  }

  private static boolean closes(Scanner in, String token) {
    in.skipSpace();
    return in.atEnd() || in.peek() == token.charAt(0);
  }

  private static void separator(Scanner in) {
    in.skipSpace();
    in.take(",");
  }
}
