package dev.atoll.conformance.read.term;

import static dev.atoll.conformance.read.term.Function.list;
import static dev.atoll.conformance.read.term.Function.number;
import static dev.atoll.conformance.read.term.Function.text;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/** More of Terraform's functions of lists and sets. A set keeps the order of its elements here. */
final class Lists {

  private static final int MOST = 10_000;

  private Lists() {}

  static Term reverse(List<Term> arguments) {
    List<Term> all = new ArrayList<>(list(arguments.get(0)));
    Collections.reverse(all);
    return new Term.ListOf(all);
  }

  static Term sort(List<Term> arguments) {
    return new Term.ListOf(
        list(arguments.get(0)).stream().map(Function::text).sorted().map(Term::text).toList());
  }

  static Term range(List<Term> arguments) {
    boolean alone = arguments.size() == 1;
    int from = alone ? 0 : number(arguments.get(0));
    int to = number(arguments.get(alone ? 0 : 1));
    int step = arguments.size() == 3 ? number(arguments.get(2)) : to < from ? -1 : 1;
    if (step == 0 || Math.abs((to - from) / step) > MOST) {
      throw new Function.Unfit();
    }
    List<Term> all = new ArrayList<>();
    for (int i = from; step > 0 ? i < to : i > to; i += step) {
      all.add(new Term.Literal(BigDecimal.valueOf(i)));
    }
    return new Term.ListOf(all);
  }

  static Term zipmap(List<Term> arguments) {
    List<Term> keys = list(arguments.get(0));
    List<Term> values = list(arguments.get(1));
    if (keys.size() != values.size()) {
      throw new Function.Unfit();
    }
    Map<String, Term> all = new HashMap<>();
    for (int i = 0; i < keys.size(); i++) {
      all.put(text(keys.get(i)), values.get(i));
    }
    return new Term.ObjectOf(all);
  }

  static Term one(List<Term> arguments) {
    List<Term> all = list(arguments.get(0));
    if (all.size() > 1) {
      throw new Function.Unfit();
    }
    return all.isEmpty() ? Term.absent() : all.get(0);
  }

  static Term index(List<Term> arguments) {
    int at = list(arguments.get(0)).indexOf(arguments.get(1));
    if (at < 0) {
      throw new Function.Unfit();
    }
    return new Term.Literal(BigDecimal.valueOf(at));
  }

  static Term coalesceList(List<Term> arguments) {
    return arguments.stream()
        .filter(one -> !(one instanceof Term.Absent) && !list(one).isEmpty())
        .findFirst()
        .orElseThrow(Function.Unfit::new);
  }

  static Term chunkList(List<Term> arguments) {
    List<Term> all = list(arguments.get(0));
    int size = number(arguments.get(1));
    if (size < 1) {
      throw new Function.Unfit();
    }
    List<Term> chunks = new ArrayList<>();
    for (int i = 0; i < all.size(); i += size) {
      chunks.add(new Term.ListOf(all.subList(i, Math.min(i + size, all.size()))));
    }
    return new Term.ListOf(chunks);
  }

  static Term union(List<Term> arguments) {
    return combined(arguments, Set::addAll);
  }

  static Term intersection(List<Term> arguments) {
    return combined(arguments, Set::retainAll);
  }

  static Term subtract(List<Term> arguments) {
    return combined(arguments, Set::removeAll);
  }

  private static Term combined(List<Term> arguments, BiConsumer<Set<Term>, Set<Term>> how) {
    Set<Term> all = new LinkedHashSet<>(list(arguments.get(0)));
    arguments.stream().skip(1).forEach(more -> how.accept(all, new LinkedHashSet<>(list(more))));
    return new Term.ListOf(new ArrayList<>(all));
  }

  static Term product(List<Term> arguments) {
    List<Term> pairs = new ArrayList<>();
    for (Term one : list(arguments.get(0))) {
      list(arguments.get(1)).forEach(other -> pairs.add(new Term.ListOf(List.of(one, other))));
    }
    return new Term.ListOf(pairs);
  }

  static Term allTrue(List<Term> arguments) {
    return new Term.Literal(
        list(arguments.get(0)).stream().allMatch(one -> text(one).equals("true")));
  }

  static Term anyTrue(List<Term> arguments) {
    return new Term.Literal(
        list(arguments.get(0)).stream().anyMatch(one -> text(one).equals("true")));
  }
}
