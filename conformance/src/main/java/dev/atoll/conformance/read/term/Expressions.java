package dev.atoll.conformance.read.term;

import java.util.ArrayList;
import java.util.List;

/**
 * Evaluates the texts of Terraform's JSON syntax. It knows references, texts with several parts,
 * dollar escapes, literals, lists, objects and a few functions; every other expression is {@link
 * Term.Unknown}. It never throws for what a text says.
 *
 * @see <a href="https://developer.hashicorp.com/terraform/language/syntax/json">JSON configuration
 *     syntax</a>
 */
public final class Expressions {

  private Expressions() {}

  /** Evaluates a text as a template: {@code "${aws_vpc.a.id}"}, {@code "${var.name}-a"}. */
  public static Term template(String text, Scope scope) {
    List<Term> parts = new ArrayList<>();
    StringBuilder plain = new StringBuilder();
    Scanner in = new Scanner(text);
    while (!in.atEnd()) {
      if (in.take("$${")) {
        plain.append("${");
      } else if (in.take("%%{")) {
        plain.append("%{");
      } else if (in.take("%{")) {
        return unevaluated(text);
      } else if (in.take("${")) {
        String inside = in.interpolation();
        if (inside == null) {
          return unevaluated(text);
        }
        flush(plain, parts);
        parts.add(expression(inside, scope));
      } else {
        plain.append(in.next());
      }
    }
    flush(plain, parts);
    return joined(parts, text);
  }

  /** Evaluates what stands within an interpolation, between its braces. */
  public static Term expression(String text, Scope scope) {
    Scanner in = new Scanner(text);
    Term term = Traversal.read(in, scope);
    in.skipSpace();
    return term == null || !in.atEnd() ? unevaluated(text) : term;
  }

  static Term joined(List<Term> parts, String text) {
    if (parts.isEmpty()) {
      return Term.text("");
    }
    if (parts.size() == 1) {
      return parts.get(0);
    }
    for (Term part : parts) {
      if (part instanceof Term.Unknown) {
        return part;
      }
      if (part instanceof Term.Absent
          || part instanceof Term.ListOf
          || part instanceof Term.ObjectOf) {
        return unevaluated(text);
      }
    }
    if (parts.stream().allMatch(Term.Literal.class::isInstance)) {
      StringBuilder all = new StringBuilder();
      parts.forEach(part -> all.append(part.asText().orElseThrow()));
      return Term.text(all.toString());
    }
    return new Term.Template(parts);
  }

  static void flush(StringBuilder plain, List<Term> parts) {
    if (!plain.isEmpty()) {
      parts.add(Term.text(plain.toString()));
      plain.setLength(0);
    }
  }

  private static Term unevaluated(String text) {
    return new Term.Unknown("the expression " + text.strip() + " cannot be evaluated");
  }
}
