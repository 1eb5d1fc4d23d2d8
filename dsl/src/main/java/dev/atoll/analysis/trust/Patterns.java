package dev.atoll.analysis.trust;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The union of some patterns.
 *
 * @param all the patterns; none means that no text is in it
 */
record Patterns(List<Pattern> all) {

  static final Patterns ANY = new Patterns(List.of(Pattern.ANY));

  static final Patterns NONE = new Patterns(List.of());

  Patterns {
    all = List.copyOf(all);
  }

  /** What is in both. */
  Patterns and(Patterns other) {
    Set<Pattern> met = new LinkedHashSet<>();
    for (Pattern one : all) {
      other.all.forEach(two -> one.meet(two).ifPresent(met::add));
    }
    return new Patterns(new ArrayList<>(met));
  }

  /**
   * Without what those contain wholly; a pattern that is only partly among them stays, because what
   * is left of it cannot be written as a pattern.
   */
  Patterns without(Patterns taken) {
    return new Patterns(
        all.stream().filter(one -> taken.all.stream().noneMatch(t -> t.covers(one))).toList());
  }
}
