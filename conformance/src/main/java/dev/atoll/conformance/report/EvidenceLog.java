package dev.atoll.conformance.report;

import dev.atoll.practice.About;
import dev.atoll.practice.Practice;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Collects the evidence of a run while it comes in, from any thread, and turns it into a report.
 * Whoever listens is told of each piece at once and one at a time, so that progress can be shown.
 */
public final class EvidenceLog {

  private final BiConsumer<About, Evidence> listener;
  // Guarded by this, all of them. Rows keep the order of the catalogue.
  private final Map<String, About> practices = new LinkedHashMap<>();
  private final Map<String, List<Evidence>> evidence = new LinkedHashMap<>();
  private final Set<Backend> backends = new LinkedHashSet<>();
  private final Set<String> notices = new LinkedHashSet<>();

  /** A log for these practices that nobody listens to. */
  public EvidenceLog(List<? extends Practice> catalogue) {
    this(catalogue, (about, piece) -> {});
  }

  /**
   * A log for these practices.
   *
   * @throws IllegalArgumentException if two practices have the same id
   */
  public EvidenceLog(List<? extends Practice> catalogue, BiConsumer<About, Evidence> listener) {
    this.listener = listener;
    for (Practice practice : catalogue) {
      About about = practice.about();
      if (practices.put(about.id(), about) != null) {
        throw new IllegalArgumentException("Two practices are called " + about.id());
      }
      evidence.put(about.id(), new ArrayList<>());
    }
  }

  /**
   * Adds a piece of evidence.
   *
   * @throws IllegalArgumentException if the catalogue has no such practice: evidence must not get
   *     lost
   */
  public synchronized void add(Evidence piece) {
    About about = practices.get(piece.practice());
    if (about == null) {
      throw new IllegalArgumentException(
          "There is evidence about %s, which is not in the catalogue of this run"
              .formatted(piece.practice()));
    }
    evidence.get(piece.practice()).add(piece);
    listener.accept(about, piece);
  }

  /** Names a part that the run stands on; the same one twice is said once. */
  public synchronized void backend(Backend backend) {
    backends.add(backend);
  }

  /** Adds a sentence that a reader should know; the same one twice is said once. */
  public synchronized void notice(String sentence) {
    notices.add(sentence);
  }

  /** The report of what has come in so far, one row per practice of the catalogue. */
  public synchronized Report report(String topology, Instant started, Duration took) {
    List<Row> rows =
        practices.values().stream().map(about -> new Row(about, evidence.get(about.id()))).toList();
    return new Report(topology, started, took, rows, List.copyOf(backends), List.copyOf(notices));
  }
}
