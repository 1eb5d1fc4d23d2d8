package dev.atoll.traffic;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A value of a JSON text. What is asked of it and is not there is empty, so that answers of several
 * versions can be read alike.
 *
 * @param content a Map, a List, a String, a Double, a Boolean, or null
 */
public record Json(Object content) {

  /** The text, read; empty when it is no JSON, such as the HTML of a dashboard. */
  public static Optional<Json> of(String text) {
    try {
      return Optional.of(new Reader(text).whole());
    } catch (IllegalArgumentException | StringIndexOutOfBoundsException e) {
      return Optional.empty();
    }
  }

  /** The member of that name. */
  public Optional<Json> at(String name) {
    return content instanceof Map<?, ?> members && members.get(name) != null
        ? Optional.of(new Json(members.get(name)))
        : Optional.empty();
  }

  /** The elements of an array; none for anything else. */
  public List<Json> elements() {
    return content instanceof List<?> list
        ? list.stream().<Json>map(Json::new).toList()
        : List.of();
  }

  /** The text of a member; empty when there is none or it is no text. */
  public Optional<String> text(String name) {
    return at(name).map(Json::content).filter(String.class::isInstance).map(String.class::cast);
  }

  /** Whether a member is there and is true. */
  public boolean isTrue(String name) {
    return at(name).map(Json::content).filter(Boolean.TRUE::equals).isPresent();
  }

  private static final class Reader {
    private final String text;
    private int at;

    Reader(String text) {
      this.text = text;
    }

    Json whole() {
      Object value = value();
      blank();
      if (at < text.length()) {
        throw new IllegalArgumentException("more than one value");
      }
      return new Json(value);
    }

    private Object value() {
      blank();
      return switch (text.charAt(at)) {
        case '{' -> members();
        case '[' -> list();
        case '"' -> string();
        case 't' -> word("true", true);
        case 'f' -> word("false", false);
        case 'n' -> word("null", null);
        default -> number();
      };
    }

    private Map<String, Object> members() {
      Map<String, Object> members = new LinkedHashMap<>();
      at++;
      while (!ends('}')) {
        String name = string();
        blank();
        expect(':');
        members.put(name, value());
        separated('}');
      }
      return members;
    }

    private List<Object> list() {
      List<Object> list = new ArrayList<>();
      at++;
      while (!ends(']')) {
        list.add(value());
        separated(']');
      }
      return list;
    }

    private boolean ends(char with) {
      blank();
      if (text.charAt(at) != with) {
        return false;
      }
      at++;
      return true;
    }

    private void separated(char end) {
      blank();
      if (text.charAt(at) != end) {
        expect(',');
        blank();
      }
    }

    private String string() {
      expect('"');
      StringBuilder read = new StringBuilder();
      while (text.charAt(at) != '"') {
        char next = text.charAt(at++);
        read.append(next == '\\' ? escaped() : next);
      }
      at++;
      return read.toString();
    }

    private char escaped() {
      char next = text.charAt(at++);
      return switch (next) {
        case 'b' -> '\b';
        case 'f' -> '\f';
        case 'n' -> '\n';
        case 'r' -> '\r';
        case 't' -> '\t';
        case 'u' -> {
          at += 4;
          yield (char) Integer.parseInt(text.substring(at - 4, at), 16);
        }
        default -> next;
      };
    }

    private Object word(String word, Object value) {
      if (!text.startsWith(word, at)) {
        throw new IllegalArgumentException(word);
      }
      at += word.length();
      return value;
    }

    private Double number() {
      int start = at;
      while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
        at++;
      }
      return Double.valueOf(text.substring(start, at));
    }

    private void expect(char wanted) {
      if (text.charAt(at) != wanted) {
        throw new IllegalArgumentException("expected " + wanted);
      }
      at++;
    }

    private void blank() {
      while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
        at++;
      }
    }
  }
}
