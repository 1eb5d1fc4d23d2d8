package dev.atoll.conformance.read.hcl;

import dev.atoll.conformance.read.term.Term;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.tree.ParseTree;
import org.openrewrite.hcl.internal.grammar.HCLParser.GetAttrContext;
import org.openrewrite.hcl.internal.grammar.HCLParser.IndexContext;
import org.openrewrite.hcl.internal.grammar.HCLParser.SplatContext;

/** Attributes and indexes behind a value. */
final class Steps {

  /** Ends the reason of what is an error to Terraform, and not merely unknown. */
  static final String MISSING = " is not there";

  private Steps() {}

  /** One of them. */
  record Step(Term key, boolean index) {
    String written() {
      String text = key.asText().orElse("?");
      if (!index) {
        return "." + text;
      }
      boolean number = key instanceof Term.Literal literal && literal.value() instanceof BigDecimal;
      return number
          ? "[" + text + "]"
          : "[\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"]";
    }
  }

  static Step attribute(String name) {
    return new Step(Term.text(name), false);
  }

  static Step index(Term key) {
    return new Step(key, true);
  }

  /** What a splat takes of each element. */
  static List<Step> of(SplatContext splat, Evaluation evaluation) {
    List<Step> steps = new ArrayList<>();
    ParseTree inner = splat.fullSplat() != null ? splat.fullSplat() : splat.attrSplat();
    for (int i = 0; i < inner.getChildCount(); i++) {
      if (inner.getChild(i) instanceof GetAttrContext one) {
        steps.add(attribute(one.Identifier().getText()));
      } else if (inner.getChild(i) instanceof IndexContext one) {
        steps.add(index(evaluation.of(one.expression())));
      }
    }
    return steps;
  }

  /** A name with its steps, all of them known, as they are written. */
  static String written(String name, List<Step> steps) {
    StringBuilder text = new StringBuilder(name);
    steps.forEach(step -> text.append(step.written()));
    return text.toString();
  }

  /** What lies behind a value. */
  static Term follow(Term value, List<Step> steps) {
    Term at = value;
    for (Step step : steps) {
      at = next(at, step);
    }
    return at;
  }

  private static Term next(Term at, Step step) {
    Optional<String> key = step.key().asText();
    if (at instanceof Term.Unknown) {
      return at;
    }
    if (key.isEmpty()) {
      return at instanceof Term.ObjectOf object && step.key() instanceof Term.Reference reference
          ? object.members().getOrDefault("${" + reference + "}", unknown("an index"))
          : unknown("an index");
    }
    if (at instanceof Term.Reference reference) {
      String path = reference.path() + step.written();
      return new Term.Reference(
          reference.address(), path.startsWith(".") ? path.substring(1) : path);
    }
    if (at instanceof Term.ObjectOf object) {
      return object.members().containsKey(key.get())
          ? object.member(key.get())
          : new Term.Unknown(key.get() + MISSING);
    }
    if (at instanceof Term.ListOf list && key.get().matches("\\d{1,6}")) {
      int index = Integer.parseInt(key.get());
      return index < list.elements().size()
          ? list.elements().get(index)
          : new Term.Unknown("element " + index + MISSING);
    }
    return at instanceof Term.Absent || at instanceof Term.Literal || at instanceof Term.ListOf
        ? new Term.Unknown(key.get() + MISSING)
        : unknown(key.get());
  }

  private static Term unknown(String what) {
    return new Term.Unknown(what + " is known only after apply");
  }
}
