package dev.atoll.analysis.reachability;

import dev.atoll.facts.Fact;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Seen;
import dev.atoll.facts.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Facts of one kind, each under the thing it belongs to, so that a look-up does not walk them all.
 *
 * @param byKey the facts whose key is known
 * @param strays the facts that may belong to anything
 * @param gap why there may be more
 */
record Shelf<F extends Fact>(Map<Ref, List<F>> byKey, List<F> strays, Optional<String> gap) {

  static <F extends Fact> Shelf<F> of(Seen<F> seen, Function<F, Value<Ref>> key) {
    Map<Ref, List<F>> byKey = new HashMap<>();
    List<F> strays = new ArrayList<>();
    for (F fact : seen.facts()) {
      key.apply(fact)
          .<List<F>>fold(ref -> byKey.computeIfAbsent(ref, k -> new ArrayList<>()), why -> strays)
          .add(fact);
    }
    return new Shelf<>(byKey, strays, seen.gap());
  }

  List<F> under(Ref key) {
    return byKey.getOrDefault(key, List.of());
  }

  /** Why there may be more under any key than was seen. */
  Optional<String> mayHaveMore() {
    return gap.or(
        () ->
            strays.stream()
                .findFirst()
                .map(stray -> "what " + stray.ref() + " belongs to is unknown"));
  }
}
