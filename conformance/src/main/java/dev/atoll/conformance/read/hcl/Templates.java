package dev.atoll.conformance.read.hcl;

import dev.atoll.conformance.read.hcl.Directives.Part;
import dev.atoll.conformance.read.term.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.antlr.v4.runtime.tree.ParseTree;
import org.openrewrite.hcl.internal.grammar.HCLParser.ExpressionContext;
import org.openrewrite.hcl.internal.grammar.HCLParser.HeredocContext;
import org.openrewrite.hcl.internal.grammar.HCLParser.HeredocTemplatePartContext;
import org.openrewrite.hcl.internal.grammar.HCLParser.QuotedTemplateContext;
import org.openrewrite.hcl.internal.grammar.HCLParser.QuotedTemplatePartContext;
import org.openrewrite.hcl.internal.grammar.HCLParser.TemplateExprContext;

/** Quoted texts and heredocs, with whatever is to be evaluated in them. */
final class Templates {

  private final Evaluation evaluation;

  Templates(Evaluation evaluation) {
    this.evaluation = evaluation;
  }

  Term of(TemplateExprContext context) {
    if (context instanceof QuotedTemplateContext quoted) {
      return quoted(quoted.quotedTemplatePart());
    }
    return context instanceof HeredocContext heredoc
        ? heredoc(heredoc)
        : Evaluation.unevaluated(context);
  }

  Term quoted(List<QuotedTemplatePartContext> parts) {
    List<Part> all = new ArrayList<>();
    for (QuotedTemplatePartContext part : parts) {
      all.add(
          part.stringLiteral() != null
              ? new Part.Plain(unescaped(part.stringLiteral().getText()))
              : value(part.templateInterpolation().expression()));
    }
    return evaluated(all);
  }

  private static Part value(ExpressionContext expression) {
    return new Part.Value(evaluation -> evaluation.of(expression));
  }

  private Term evaluated(List<Part> all) {
    List<Part> parts = Directives.parts(all);
    if (Directives.isIn(parts)) {
      return Directives.evaluated(parts, evaluation);
    }
    return joined(
        all.stream()
            .map(
                part ->
                    part instanceof Part.Value value
                        ? value.of().apply(evaluation)
                        : Term.text(((Part.Plain) part).text()))
            .toList());
  }

  /** The lines between the marks; {@code <<-} takes away the indentation that all lines have. */
  private Term heredoc(HeredocContext context) {
    boolean indented = context.HEREDOC_START().getText().endsWith("-");
    List<Part> parts = new ArrayList<>();
    boolean first = true;
    for (int i = 0; i < context.getChildCount(); i++) {
      ParseTree child = context.getChild(i);
      if (child instanceof HeredocTemplatePartContext part) {
        parts.add(
            part.heredocLiteral() != null
                ? new Part.Plain(plain(part.getText()))
                : value(part.templateInterpolation().expression()));
      } else if (child.getText().equals("\n")) {
        if (!first) {
          parts.add(new Part.Plain("\n"));
        }
        first = false;
      }
    }
    Term text = evaluated(parts);
    return indented && text instanceof Term.Literal
        ? Term.text(flush(text.asText().orElse("")))
        : text;
  }

  /** Only directives stay hidden: a backslash means nothing in a heredoc. */
  private static String plain(String text) {
    StringBuilder plain = new StringBuilder();
    for (char c : text.replace("$${", "${").replace("%%{", "%{").toCharArray()) {
      plain.append(Hidden.isDirective(c) ? String.valueOf(c) : Hidden.shown(String.valueOf(c)));
    }
    return plain.toString();
  }

  private static String flush(String text) {
    int least =
        text.lines()
            .filter(line -> !line.isBlank())
            .mapToInt(line -> line.length() - line.stripLeading().length())
            .min()
            .orElse(0);
    return text.lines()
        .map(line -> line.isBlank() ? "" : line.substring(least))
        .collect(Collectors.joining("\n", "", text.endsWith("\n") ? "\n" : ""));
  }

  static Term joined(List<Term> parts) {
    if (parts.isEmpty()) {
      return Term.text("");
    }
    if (parts.size() == 1) {
      return parts.get(0);
    }
    List<Term> flat = new ArrayList<>();
    for (Term part : parts) {
      if (part instanceof Term.Template template) {
        flat.addAll(template.parts());
      } else if (part instanceof Term.Absent
          || part instanceof Term.ListOf
          || part instanceof Term.ObjectOf) {
        return new Term.Unknown("a part of it is no text");
      } else {
        flat.add(part);
      }
    }
    return flat.stream().allMatch(Term.Literal.class::isInstance)
        ? Term.text(
            flat.stream().map(part -> part.asText().orElseThrow()).collect(Collectors.joining()))
        : new Term.Template(flat);
  }

  private static String unescaped(String text) {
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c == '$' || c == '%') && text.startsWith("" + c + c + "{", i)) {
        continue;
      }
      if (Hidden.isEscape(c)) {
        int digits = text.charAt(i + 1) == 'u' ? 4 : 8;
        String code = text.substring(i + 2, i + 2 + digits);
        plain.appendCodePoint(Integer.parseInt(code, 16));
        i += 1 + digits;
        continue;
      }
      if (c != '\\' || i + 1 == text.length()) {
        plain.append(c);
        continue;
      }
      char escaped = text.charAt(++i);
      switch (escaped) {
        case 'n' -> plain.append('\n');
        case 'r' -> plain.append('\r');
        case 't' -> plain.append('\t');
        default -> plain.append(escaped);
      }
    }
    return plain.toString();
  }
}
