package dev.atoll.conformance.read.term;

import static dev.atoll.conformance.read.term.Function.list;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Terraform's functions of numbers. */
final class Numbers {

  private Numbers() {}

  static Term sum(List<Term> arguments) {
    List<Term> all = list(arguments.get(0));
    if (all.isEmpty()) {
      throw new Function.Unfit();
    }
    return new Term.Literal(numbers(all).reduce(BigDecimal.ZERO, BigDecimal::add));
  }

  static Term max(List<Term> arguments) {
    return new Term.Literal(numbers(arguments).max(Comparator.naturalOrder()).orElseThrow());
  }

  static Term min(List<Term> arguments) {
    return new Term.Literal(numbers(arguments).min(Comparator.naturalOrder()).orElseThrow());
  }

  static Term abs(List<Term> arguments) {
    return new Term.Literal(number(arguments.get(0)).abs());
  }

  static Term ceil(List<Term> arguments) {
    return new Term.Literal(number(arguments.get(0)).setScale(0, RoundingMode.CEILING));
  }

  static Term floor(List<Term> arguments) {
    return new Term.Literal(number(arguments.get(0)).setScale(0, RoundingMode.FLOOR));
  }

  private static Stream<BigDecimal> numbers(List<Term> terms) {
    return terms.stream().map(Numbers::number);
  }

  private static BigDecimal number(Term term) {
    return term.asText()
        .filter(text -> text.matches("-?\\d{1,18}(\\.\\d{1,18})?"))
        .map(BigDecimal::new)
        .orElseThrow(Function.Unfit::new);
  }
}
