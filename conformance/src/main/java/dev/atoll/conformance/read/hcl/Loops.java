package dev.atoll.conformance.read.hcl;

import dev.atoll.conformance.read.term.Term;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.openrewrite.hcl.internal.grammar.HCLParser.ForCondContext;
import org.openrewrite.hcl.internal.grammar.HCLParser.ForExprContext;
import org.openrewrite.hcl.internal.grammar.HCLParser.ForIntroContext;
import org.openrewrite.hcl.internal.grammar.HCLParser.ForObjectExprContext;

/** {@code for} expressions, and how collections are gone through in general. */
final class Loops {

  private final Evaluation evaluation;

  Loops(Evaluation evaluation) {
    this.evaluation = evaluation;
  }

  /** A key and its value. */
  record Entry(Term key, Term value) {}

  /** What a collection holds, in Terraform's order; empty when that is not known. */
  static Optional<List<Entry>> entries(Term collection, Keys keys) {
    List<Entry> entries = new ArrayList<>();
    if (collection instanceof Term.ListOf list) {
      for (int i = 0; i < list.elements().size(); i++) {
        entries.add(new Entry(new Term.Literal(BigDecimal.valueOf(i)), list.elements().get(i)));
      }
      return Optional.of(entries);
    }
    if (collection instanceof Term.ObjectOf object) {
      object.members().keySet().stream()
          .sorted()
          .forEach(key -> entries.add(new Entry(keys.term(key), object.member(key))));
      return Optional.of(entries);
    }
    return Optional.empty();
  }

  Term of(ForExprContext context) {
    boolean tuple = context.forTupleExpr() != null;
    ForIntroContext intro =
        tuple ? context.forTupleExpr().forIntro() : context.forObjectExpr().forIntro();
    ForCondContext condition =
        tuple ? context.forTupleExpr().forCond() : context.forObjectExpr().forCond();
    Term collection = evaluation.of(intro.expression());
    Optional<List<Entry>> entries = entries(collection, evaluation.scope().keys());
    if (entries.isEmpty()) {
      return new Term.Unknown("what a loop goes through: " + Evaluation.why(collection));
    }
    List<Evaluation> rounds = new ArrayList<>();
    for (Entry entry : entries.get()) {
      Evaluation round = evaluation.with(names(intro, entry));
      Term wanted = condition == null ? new Term.Literal(true) : round.of(condition.expression());
      if (wanted.asText().isEmpty()) {
        return new Term.Unknown("what a loop keeps: " + Evaluation.why(wanted));
      }
      if (wanted.asText().get().equals("true")) {
        rounds.add(round);
      }
    }
    return tuple
        ? new Term.ListOf(
            rounds.stream().map(round -> round.of(context.forTupleExpr().expression())).toList())
        : object(context.forObjectExpr(), rounds);
  }

  private static Map<String, Term> names(ForIntroContext intro, Entry entry) {
    return intro.Identifier().size() == 1
        ? Map.of(intro.Identifier(0).getText(), entry.value())
        : Map.of(
            intro.Identifier(0).getText(),
            entry.key(),
            intro.Identifier(1).getText(),
            entry.value());
  }

  private static Term together(Term before, Term more) {
    return new Term.ListOf(
        Stream.of(before, more).flatMap(list -> ((Term.ListOf) list).elements().stream()).toList());
  }

  private Term object(ForObjectExprContext context, List<Evaluation> rounds) {
    boolean groups = context.ELLIPSIS() != null;
    Map<String, Term> members = new LinkedHashMap<>();
    for (Evaluation round : rounds) {
      Term key = round.of(context.expression(0));
      Optional<String> name = evaluation.scope().keys().text(key);
      if (name.isEmpty()) {
        return new Term.Unknown("one of its keys is not known: " + Evaluation.why(key));
      }
      Term value = round.of(context.expression(1));
      if (groups) {
        members.merge(name.get(), new Term.ListOf(List.of(value)), Loops::together);
      } else {
        members.put(name.get(), value);
      }
    }
    return new Term.ObjectOf(members);
  }
}
