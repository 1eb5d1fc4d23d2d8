package dev.atoll.conformance.read.term;

import static dev.atoll.conformance.read.term.Function.number;
import static dev.atoll.conformance.read.term.Function.text;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** More of Terraform's functions of texts: pieces of them, and other ways to write them. */
final class MoreTexts {

  private static final Pattern WORD = Pattern.compile("(?<![\\p{L}\\p{N}])\\p{Ll}");

  private MoreTexts() {}

  static Term substr(List<Term> arguments) {
    String text = text(arguments.get(0));
    int from = number(arguments.get(1));
    int length = number(arguments.get(2));
    int start = Math.min(from < 0 ? Math.max(text.length() + from, 0) : from, text.length());
    int end = length < 0 ? text.length() : Math.min(start + length, text.length());
    return Term.text(text.substring(start, end));
  }

  static Term title(List<Term> arguments) {
    return Term.text(
        WORD.matcher(text(arguments.get(0)))
            .replaceAll(
                letter ->
                    Matcher.quoteReplacement(letter.group().toUpperCase(java.util.Locale.ROOT))));
  }

  static Term chomp(List<Term> arguments) {
    return Term.text(text(arguments.get(0)).replaceAll("[\\r\\n]+$", ""));
  }

  static Term reverse(List<Term> arguments) {
    return Term.text(new StringBuilder(text(arguments.get(0))).reverse().toString());
  }

  static Term contains(List<Term> arguments) {
    return new Term.Literal(text(arguments.get(0)).contains(text(arguments.get(1))));
  }

  static Term trim(List<Term> arguments) {
    String text = text(arguments.get(0));
    String signs = text(arguments.get(1));
    int from = 0;
    int to = text.length();
    while (from < to && signs.indexOf(text.charAt(from)) >= 0) {
      from++;
    }
    while (to > from && signs.indexOf(text.charAt(to - 1)) >= 0) {
      to--;
    }
    return Term.text(text.substring(from, to));
  }

  static Term basename(List<Term> arguments) {
    String path = text(arguments.get(0)).replaceAll("/+$", "");
    return Term.text(path.substring(path.lastIndexOf('/') + 1));
  }

  static Term dirname(List<Term> arguments) {
    String path = text(arguments.get(0));
    int end = path.lastIndexOf('/');
    return Term.text(end < 0 ? "." : end == 0 ? "/" : path.substring(0, end));
  }

  static Term toBase64(List<Term> arguments) {
    byte[] bytes = text(arguments.get(0)).getBytes(StandardCharsets.UTF_8);
    return Term.text(Base64.getEncoder().encodeToString(bytes));
  }

  static Term fromBase64(List<Term> arguments) {
    try {
      byte[] bytes = Base64.getDecoder().decode(text(arguments.get(0)));
      return Term.text(new String(bytes, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException none) {
      throw new Function.Unfit();
    }
  }
}
