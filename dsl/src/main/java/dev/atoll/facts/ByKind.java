package dev.atoll.facts;

import dev.atoll.facts.Facts.Gap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Facts by their kind, sorted once: practices ask kind by kind, over and over, and an estate has
 * tens of thousands of facts.
 */
final class ByKind {

  private final Map<Class<? extends Fact>, Seen<? extends Fact>> seen = new HashMap<>();

  /** Of several gaps of a kind, the first says why. */
  ByKind(List<Fact> facts, List<Gap> gaps) {
    Map<Class<? extends Fact>, String> why =
        gaps.stream().collect(Collectors.toMap(Gap::kind, Gap::why, (one, more) -> one));
    facts.stream()
        .collect(Collectors.groupingBy(Fact::getClass, Collectors.toUnmodifiableList()))
        .forEach(
            (kind, all) -> seen.put(kind, new Seen<>(all, Optional.ofNullable(why.get(kind)))));
    why.forEach((kind, gap) -> seen.putIfAbsent(kind, new Seen<>(List.of(), Optional.of(gap))));
  }

  // A kind leads to facts of that very class: they were sorted by it.
  @SuppressWarnings("unchecked")
  <F extends Fact> Seen<F> all(Class<F> kind) {
    return seen.containsKey(kind)
        ? (Seen<F>) seen.get(kind)
        : new Seen<>(List.of(), Optional.empty());
  }
}
