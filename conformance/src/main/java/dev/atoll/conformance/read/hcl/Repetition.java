package dev.atoll.conformance.read.hcl;

import dev.atoll.conformance.read.term.Term;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One instance of a resource, data source or module.
 *
 * @param suffix what follows its name in its address: {@code [0]}, {@code ["a"]} or nothing
 * @param names what {@code count.index}, {@code each.key} and {@code each.value} are in it
 */
record Repetition(String suffix, Map<String, Term> names) {

  private static final int MOST = 10_000;

  /** The instances by {@code count} or {@code for_each}; empty when that is not known. */
  static Optional<List<Repetition>> of(HclBody body, Evaluation evaluation) {
    Optional<HclAttribute> count = body.attribute("count");
    if (count.isPresent()) {
      return counted(evaluation.of(count.get().expression()));
    }
    return body.attribute("for_each")
        .map(each -> keyed(evaluation.of(each.expression()), evaluation.scope().keys()))
        .orElse(Optional.of(List.of(new Repetition("", Map.of()))));
  }

  private static Optional<List<Repetition>> counted(Term count) {
    return count
        .asText()
        .filter(text -> text.matches("\\d{1,5}") && Integer.parseInt(text) <= MOST)
        .map(Integer::parseInt)
        .map(
            number -> {
              List<Repetition> all = new ArrayList<>();
              for (int i = 0; i < number; i++) {
                all.add(
                    new Repetition(
                        "[" + i + "]",
                        Map.of("count.index", new Term.Literal(BigDecimal.valueOf(i)))));
              }
              return all;
            });
  }

  /** A set has its elements as keys. */
  private static Optional<List<Repetition>> keyed(Term collection, Keys keys) {
    boolean set = collection instanceof Term.ListOf;
    List<Repetition> all = new ArrayList<>();
    for (Loops.Entry entry : Loops.entries(collection, keys).orElse(List.of())) {
      Term key = set ? entry.value() : entry.key();
      Optional<String> text = keys.text(key);
      if (text.isEmpty()) {
        return Optional.empty();
      }
      all.add(
          new Repetition(
              "[\"" + text.get() + "\"]", Map.of("each.key", key, "each.value", entry.value())));
    }
    return set || collection instanceof Term.ObjectOf ? Optional.of(all) : Optional.empty();
  }
}
