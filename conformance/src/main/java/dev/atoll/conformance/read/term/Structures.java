package dev.atoll.conformance.read.term;

import static dev.atoll.conformance.read.term.Function.list;
import static dev.atoll.conformance.read.term.Function.number;
import static dev.atoll.conformance.read.term.Function.text;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** Terraform's functions of lists and maps. Elements may be anything, known or not. */
final class Structures {

  private Structures() {}

  static Term same(List<Term> arguments) {
    return arguments.get(0);
  }

  static Term concat(List<Term> arguments) {
    List<Term> all = new ArrayList<>();
    arguments.forEach(one -> all.addAll(list(one)));
    return new Term.ListOf(all);
  }

  static Term merge(List<Term> arguments) {
    Map<String, Term> all = new HashMap<>();
    arguments.stream()
        .filter(one -> !(one instanceof Term.Absent))
        .forEach(one -> all.putAll(object(one)));
    return new Term.ObjectOf(all);
  }

  static Term flatten(List<Term> arguments) {
    List<Term> all = new ArrayList<>();
    for (Term one : list(arguments.get(0))) {
      if (one instanceof Term.ListOf) {
        all.addAll(list(flatten(List.of(one))));
      } else if (one instanceof Term.Literal || one instanceof Term.ObjectOf) {
        all.add(one);
      } else {
        return new Term.Unknown("whether a list is in it is known after apply");
      }
    }
    return new Term.ListOf(all);
  }

  static Term length(List<Term> arguments) {
    Term of = arguments.get(0);
    int length =
        of instanceof Term.ListOf list
            ? list.elements().size()
            : of instanceof Term.ObjectOf object ? object.members().size() : text(of).length();
    return new Term.Literal(BigDecimal.valueOf(length));
  }

  static Term keys(List<Term> arguments) {
    return new Term.ListOf(
        object(arguments.get(0)).keySet().stream().sorted().map(Term::text).toList());
  }

  static Term values(List<Term> arguments) {
    Map<String, Term> of = object(arguments.get(0));
    return new Term.ListOf(of.keySet().stream().sorted().map(of::get).toList());
  }

  static Term element(List<Term> arguments) {
    List<Term> of = list(arguments.get(0));
    if (of.isEmpty()) {
      throw new Function.Unfit();
    }
    return of.get(Math.floorMod(number(arguments.get(1)), of.size()));
  }

  static Term lookup(List<Term> arguments) {
    Map<String, Term> in = object(arguments.get(0));
    Term otherwise = arguments.size() == 3 ? arguments.get(2) : null;
    Term found = in.getOrDefault(text(arguments.get(1)), otherwise);
    if (found == null) {
      throw new Function.Unfit();
    }
    return found;
  }

  static Term slice(List<Term> arguments) {
    List<Term> of = list(arguments.get(0));
    int from = number(arguments.get(1));
    int to = number(arguments.get(2));
    if (from < 0 || to < from || to > of.size()) {
      throw new Function.Unfit();
    }
    return new Term.ListOf(of.subList(from, to));
  }

  static Term contains(List<Term> arguments) {
    // A list has one type: 1 and "1" are the same in it.
    Term sought = arguments.get(1);
    return new Term.Literal(
        list(arguments.get(0)).stream()
            .anyMatch(
                one ->
                    one.equals(sought)
                        || (one.asText().isPresent() && one.asText().equals(sought.asText()))));
  }

  static Term distinct(List<Term> arguments) {
    return new Term.ListOf(new ArrayList<>(new LinkedHashSet<>(list(arguments.get(0)))));
  }

  static Term compact(List<Term> arguments) {
    return new Term.ListOf(
        list(arguments.get(0)).stream()
            .filter(one -> !(one instanceof Term.Absent) && !text(one).isEmpty())
            .toList());
  }

  static Term coalesce(List<Term> arguments) {
    return arguments.stream()
        .filter(one -> !(one instanceof Term.Absent) && !one.equals(Term.text("")))
        .findFirst()
        .orElseThrow(Function.Unfit::new);
  }

  private static Map<String, Term> object(Term term) {
    if (term instanceof Term.ObjectOf object) {
      return object.members();
    }
    throw new Function.Unfit();
  }
}
