package dev.atoll.conformance.read.resource;

import dev.atoll.conformance.read.term.Term;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A term with every reference in it replaced. */
final class Rewriting {

  private final Function<Term.Reference, Term> replacement;

  Rewriting(Function<Term.Reference, Term> replacement) {
    this.replacement = replacement;
  }

  Term of(Term term) {
    if (term instanceof Term.Reference reference) {
      return replacement.apply(reference);
    }
    if (term instanceof Term.ListOf list) {
      return new Term.ListOf(all(list.elements()));
    }
    if (term instanceof Term.Template template) {
      return new Term.Template(all(template.parts()));
    }
    if (term instanceof Term.ObjectOf object) {
      return of(object);
    }
    if (term instanceof Term.Call call) {
      return Term.Call.of(call.function(), all(call.arguments()));
    }
    return term instanceof Term.Derived derived ? of(derived) : term;
  }

  Term.ObjectOf of(Term.ObjectOf object) {
    return new Term.ObjectOf(each(object.members()));
  }

  Map<String, Term> each(Map<String, Term> terms) {
    Map<String, Term> rewritten = new LinkedHashMap<>();
    terms.forEach((name, term) -> rewritten.put(name, of(term)));
    return rewritten;
  }

  private List<Term> all(List<Term> terms) {
    return terms.stream().map(this::of).toList();
  }

  private Term of(Term.Derived derived) {
    List<Term.Reference> from = new ArrayList<>();
    for (Term.Reference reference : derived.from()) {
      Term term = replacement.apply(reference);
      if (term instanceof Term.Unknown) {
        return term;
      }
      if (term instanceof Term.Reference other) {
        from.add(other);
      }
    }
    return new Term.Derived(from);
  }
}
