package dev.atoll.conformance.read.hcl;

import dev.atoll.conformance.read.term.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.antlr.v4.runtime.tree.ParseTree;
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
    List<Term> terms = new ArrayList<>();
    for (QuotedTemplatePartContext part : parts) {
      terms.add(
          part.stringLiteral() != null
              ? Term.text(unescaped(part.stringLiteral().getText()))
              : evaluation.of(part.templateInterpolation().expression()));
    }
    return joined(terms);
  }

  /** The lines between the marks; {@code <<-} takes away the indentation that all lines have. */
  private Term heredoc(HeredocContext context) {
    boolean indented = context.HEREDOC_START().getText().endsWith("-");
    List<Term> parts = new ArrayList<>();
    boolean first = true;
    for (int i = 0; i < context.getChildCount(); i++) {
      ParseTree child = context.getChild(i);
      if (child instanceof HeredocTemplatePartContext part) {
        parts.add(
            part.heredocLiteral() != null
                ? Term.text(part.getText().replace("$${", "${").replace("%%{", "%{"))
                : evaluation.of(part.templateInterpolation().expression()));
      } else if (child.getText().equals("\n")) {
        if (!first) {
          parts.add(Term.text("\n"));
        }
        first = false;
      }
    }
    Term text = joined(parts);
    return indented && text instanceof Term.Literal
        ? Term.text(flush(text.asText().orElse("")))
        : text;
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
      if (c != '\\' || i + 1 == text.length()) {
        plain.append(c);
        continue;
      }
      char escaped = text.charAt(++i);
      switch (escaped) {
        case 'n' -> plain.append('\n');
        case 'r' -> plain.append('\r');
        case 't' -> plain.append('\t');
        case 'u' -> {
          int end = Math.min(i + 5, text.length());
          plain.append((char) Integer.parseInt(text.substring(i + 1, end), 16));
          i = end - 1;
        }
        default -> plain.append(escaped);
      }
    }
    return plain.toString();
  }
}
