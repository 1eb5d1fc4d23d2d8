package dev.atoll.conformance.read.hcl;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What Terraform understands and the grammar does not: directives in templates, escapes of Unicode
 * and functions of providers. They go through the parser in other letters, each sign for one sign,
 * and are shown as they were afterwards.
 *
 * @see <a
 *     href="https://developer.hashicorp.com/terraform/language/expressions/strings#directives">Directives</a>
 */
final class Hidden {

  private static final Pattern DIRECTIVE =
      Pattern.compile("(?<!%)%\\{(?=~?\\s*(?:if|else|endif|for|endfor)\\b)");
  private static final Pattern UNICODE =
      Pattern.compile("(?<!\\\\)((?:\\\\\\\\)*)\\\\(?=u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8})");
  private static final Pattern OF_A_PROVIDER =
      Pattern.compile("\\bprovider::([\\w-]+)::(\\w+)(?=\\s*\\()");

  /** Letters of Unicode's private use, which nobody writes. */
  private static final char FIRST = '\uE000';

  private static final char LAST = '\uE0FF';
  private static final char ESCAPE = '\uE100';
  private static final char BETWEEN = '\u02D0';

  private Hidden() {}

  /** The text as the grammar can read it. */
  static String in(String text) {
    boolean plain = !text.contains("%{") && !text.contains("\\u") && !text.contains("\\U");
    String hidden = plain ? text : UNICODE.matcher(directives(text)).replaceAll("$1" + ESCAPE);
    return hidden.contains("provider::")
        ? OF_A_PROVIDER.matcher(hidden).replaceAll("provider" + BETWEEN + "$1" + BETWEEN + "$2")
        : hidden;
  }

  /** The text as it was written. */
  static String shown(String hidden) {
    StringBuilder text = new StringBuilder(hidden.length());
    for (int i = 0; i < hidden.length(); i++) {
      char c = hidden.charAt(i);
      if (c == BETWEEN) {
        text.append("::");
      } else {
        text.append(c == ESCAPE ? '\\' : isDirective(c) ? (char) (c - FIRST) : c);
      }
    }
    return text.toString();
  }

  static boolean isDirective(char c) {
    return c >= FIRST && c <= LAST;
  }

  static boolean isEscape(char c) {
    return c == ESCAPE;
  }

  private static String directives(String text) {
    StringBuilder all = new StringBuilder(text);
    Matcher start = DIRECTIVE.matcher(text);
    int from = 0;
    while (start.find(from)) {
      Optional<Integer> end = end(text, start.end());
      from = end.orElse(start.end());
      for (int i = start.start(); i < end.orElse(0); i++) {
        all.setCharAt(i, (char) (FIRST + text.charAt(i)));
      }
    }
    return all.toString();
  }

  /** Behind the brace that closes it, on the same line; what is not of ASCII cannot be hidden. */
  static Optional<Integer> end(String text, int from) {
    int depth = 1;
    boolean quoted = false;
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n' || c > LAST - FIRST) {
        return Optional.empty();
      }
      if (c == '\\') {
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && (c == '{' || c == '}')) {
        depth += c == '{' ? 1 : -1;
        if (depth == 0) {
          return Optional.of(i + 1);
        }
      }
    }
    return Optional.empty();
  }
}
