package dev.atoll.conformance.audit;

import java.util.Comparator;

/** The order in which people read findings. */
final class Seriousness {

  /** The worst first; among equals, what joins several files leads. */
  static final Comparator<Entry> MOST_SERIOUS_FIRST =
      Comparator.comparing(Entry::severity, Comparator.reverseOrder())
          .thenComparing(entry -> entry.finding().practice().concern().harm())
          .thenComparing(entry -> -Math.min(2, files(entry)));

  private Seriousness() {}

  /** In how many files, or roots that share one, it has its causes. */
  private static long files(Entry entry) {
    return entry.finding().where().stream()
        .map(Location::of)
        .map(place -> place.file().orElse("") + "|" + place.root())
        .distinct()
        .count();
  }
}
