package dev.atoll.conformance.read.hcl;

import dev.atoll.conformance.read.term.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openrewrite.hcl.internal.grammar.HCLParser.ExpressionContext;

/**
 * Templates with directives: {@code %{ if … }}, {@code %{ for … }} and what ends them. Local to one
 * template.
 *
 * @see <a
 *     href="https://developer.hashicorp.com/terraform/language/expressions/strings#directives">Directives</a>
 */
final class Directives {

  private static final Pattern LOOP =
      Pattern.compile("for\\s+([A-Za-z_][\\w-]*)\\s*(?:,\\s*([A-Za-z_][\\w-]*)\\s*)?in\\s+(.+)");

  /** What a template consists of: a text, something to evaluate, or a directive's own words. */
  sealed interface Part {
    /** Text that stands there. */
    record Plain(String text) implements Part {}

    /** Between a dollar sign with its brace and the closing brace. */
    record Value(Function<Evaluation, Term> of) implements Part {}

    /** {@code if a}, {@code else}, {@code endif}, {@code for a in b}, {@code endfor}. */
    record Words(String text) implements Part {}
  }

  private final List<Part> parts;
  private int at;

  private Directives(List<Part> parts) {
    this.parts = parts;
  }

  /** The text with its directives apart, white space taken away where they ask for it. */
  static List<Part> parts(List<Part> all) {
    List<Part> parts = new ArrayList<>();
    boolean strip = false;
    for (Part part : together(all)) {
      if (!(part instanceof Part.Plain plain)) {
        parts.add(part);
        strip = false;
        continue;
      }
      int from = 0;
      String text = plain.text();
      for (int i = 0; i <= text.length(); i++) {
        boolean starts = i < text.length() && Hidden.isDirective(text.charAt(i));
        if (!starts && i < text.length()) {
          continue;
        }
        int end = starts ? end(text, i) : i;
        String words = starts ? Hidden.shown(text.substring(i + 2, end - 1)) : "";
        String before = text.substring(from, i);
        before = strip ? withoutStart(before) : before;
        parts.add(new Part.Plain(words.startsWith("~") ? withoutEnd(before) : before));
        strip = starts ? words.endsWith("~") : strip && before.isEmpty();
        if (starts) {
          parts.add(new Part.Words(words.replaceAll("^~|~$", "").strip()));
          from = end;
          i = end - 1;
        }
      }
    }
    return parts;
  }

  /** Texts that touch, as one: a line ends in a text of its own. */
  private static List<Part> together(List<Part> all) {
    List<Part> parts = new ArrayList<>();
    StringBuilder plain = new StringBuilder();
    for (Part part : all) {
      if (part instanceof Part.Plain more) {
        plain.append(more.text());
        continue;
      }
      parts.add(new Part.Plain(plain.toString()));
      plain.setLength(0);
      parts.add(part);
    }
    parts.add(new Part.Plain(plain.toString()));
    return parts;
  }

  /** Space is taken away up to the end of the line, and with it when nothing else is on it. */
  private static String withoutStart(String text) {
    int line = text.indexOf('\n') + 1;
    return line == 0
        ? text.stripLeading()
        : text.substring(0, line).stripLeading() + text.substring(line);
  }

  /** Space is taken away back to the start of the line, or of the one before where it starts. */
  private static String withoutEnd(String text) {
    int line = text.lastIndexOf('\n', text.length() - 2) + 1;
    return text.substring(0, line) + text.substring(line).stripTrailing();
  }

  private static int end(String text, int start) {
    int end = start;
    while (end < text.length() && Hidden.isDirective(text.charAt(end))) {
      end++;
    }
    // Another one may begin where it ends.
    return start + Hidden.end(Hidden.shown(text.substring(start, end)), 2).orElse(end - start);
  }

  static boolean isIn(List<Part> parts) {
    return parts.stream().anyMatch(Part.Words.class::isInstance);
  }

  /** The whole template's value. */
  static Term evaluated(List<Part> parts, Evaluation evaluation) {
    Directives directives = new Directives(parts);
    Term value = directives.until(evaluation);
    return directives.at < parts.size()
        ? new Term.Unknown("a directive of the template has no beginning")
        : value;
  }

  /** Up to the word that ends or turns what was begun, which is not taken. */
  private Term until(Evaluation evaluation) {
    List<Term> terms = new ArrayList<>();
    while (at < parts.size()) {
      Part part = parts.get(at);
      if (part instanceof Part.Plain plain) {
        terms.add(Term.text(plain.text()));
      } else if (part instanceof Part.Value value) {
        terms.add(value.of().apply(evaluation));
      } else if (part instanceof Part.Words words) {
        if (words.text().matches("else|endif|endfor")) {
          break;
        }
        at++;
        terms.add(
            words.text().startsWith("if") ? choice(words, evaluation) : loop(words, evaluation));
        if (at >= parts.size()) {
          return new Term.Unknown("the directive %{ " + words.text() + " } has no end");
        }
      }
      at++;
    }
    return terms.stream()
        .filter(Term.Unknown.class::isInstance)
        .findFirst()
        .orElseGet(() -> Templates.joined(terms));
  }

  private Term choice(Part.Words words, Evaluation evaluation) {
    Term condition = value(words.text().substring("if".length()), evaluation);
    Term then = until(evaluation);
    Term otherwise = Term.text("");
    if (at < parts.size() && parts.get(at).equals(new Part.Words("else"))) {
      at++;
      otherwise = until(evaluation);
    }
    Optional<String> known = condition.asText();
    if (known.isPresent()) {
      return known.get().equals("true") ? then : otherwise;
    }
    return then.equals(otherwise)
        ? then
        : new Term.Unknown("a directive depends on: " + Evaluation.why(condition));
  }

  private Term loop(Part.Words words, Evaluation evaluation) {
    Matcher loop = LOOP.matcher(words.text());
    int start = at;
    // Once, to find the end, even where there is nothing to go through.
    skip();
    int end = at;
    if (!loop.matches()) {
      return new Term.Unknown("the directive %{ " + words.text() + " } is not understood");
    }
    Term collection = value(loop.group(3), evaluation);
    Optional<List<Loops.Entry>> entries = Loops.entries(collection, evaluation.scope().keys());
    if (entries.isEmpty()) {
      return new Term.Unknown("what a directive goes through: " + Evaluation.why(collection));
    }
    List<Term> rounds = new ArrayList<>();
    for (Loops.Entry entry : entries.get()) {
      at = start;
      Map<String, Term> names =
          loop.group(2) == null
              ? Map.of(loop.group(1), entry.value())
              : Map.of(loop.group(1), entry.key(), loop.group(2), entry.value());
      rounds.add(until(evaluation.with(names)));
    }
    at = end;
    return rounds.stream()
        .filter(Term.Unknown.class::isInstance)
        .findFirst()
        .orElseGet(() -> Templates.joined(rounds));
  }

  /** Goes to the word that ends what was begun. */
  private void skip() {
    int depth = 0;
    for (; at < parts.size(); at++) {
      if (parts.get(at) instanceof Part.Words words) {
        if (words.text().startsWith("end")) {
          if (depth-- == 0) {
            return;
          }
        } else if (!words.text().equals("else")) {
          depth++;
        }
      }
    }
  }

  private static Term value(String text, Evaluation evaluation) {
    Optional<ExpressionContext> expression = HclFile.expression(text.strip());
    return expression
        .map(evaluation::of)
        .orElseGet(() -> new Term.Unknown("the expression " + text.strip() + " cannot be read"));
  }
}
