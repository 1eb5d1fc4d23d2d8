package dev.atoll.conformance.audit;

import java.util.Comparator;

/** What a finding does to people, by which findings of one severity are put in order. */
enum Harm {
  /** Users cannot work: all of them, or those of a region, without anybody's doing. */
  STOPS_USERS,
  /** Somebody gets what is not theirs. */
  LETS_IN,
  /** Anything else: certificates and states that fail one day, wrong logs, changes that fail. */
  WAITS;

  /** The worst first; among equals, what joins several files leads. */
  static final Comparator<Entry> MOST_SERIOUS_FIRST =
      Comparator.comparing(Entry::severity, Comparator.reverseOrder())
          .thenComparing(Harm::of)
          .thenComparing(entry -> -Math.min(2, files(entry)));

  /** That of an entry's leading practice. */
  static Harm of(Entry entry) {
    return switch (entry.finding().practice().id()) {
      case "AUR-10", "CDR-1", "CDR-2", "CDR-8", "DNS-5", "DNS-8", "DNS-12", "LB-1", "LB-2" ->
          STOPS_USERS;
      case "LLM-10", "NET-3", "NET-4", "NET-5" -> STOPS_USERS;
      case "AUR-5", "CDR-3", "LLM-4", "SEC-4", "SEC-7" -> LETS_IN;
      default -> WAITS;
    };
  }

  /** In how many files, or roots that share one, it has its causes. */
  private static long files(Entry entry) {
    return entry.finding().where().stream()
        .map(Location::of)
        .map(place -> place.file().orElse("") + "|" + place.root())
        .distinct()
        .count();
  }
}
