package dev.atoll.itest.twin;

import dev.atoll.itest.twin.clock.TwinClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A key as the External Secrets Operator of one cluster has carried it into its Secret, by the
 * twin's time: what is new at its source is in the Secret some time after it came to be there.
 */
final class CarriedKey {

  private record Written(String key, Instant at) {}

  private final Supplier<Optional<String>> source;
  private final TwinClock clock;
  private final Optional<Duration> delay;
  private final List<Written> written = new ArrayList<>();

  /**
   * One that has carried what is there.
   *
   * @param source what the Secret would hold if it were carried at once
   * @param delay how long after something new is written there it is carried; empty when what was
   *     carried first stays
   */
  CarriedKey(Supplier<Optional<String>> source, TwinClock clock, Optional<Duration> delay) {
    this.source = source;
    this.clock = clock;
    this.delay = delay;
    Instant before = clock.now().minus(delay.orElse(Duration.ZERO));
    source.get().ifPresent(key -> written.add(new Written(key, before)));
  }

  /** What the Secret holds now. */
  synchronized Optional<String> value() {
    look();
    return delay.isEmpty()
        ? written.stream().map(Written::key).findFirst()
        : written.stream()
            .filter(each -> !each.at().plus(delay.get()).isAfter(clock.now()))
            .map(Written::key)
            .reduce((earlier, later) -> later);
  }

  /** Notes what is new at the source: it came to be there now. */
  synchronized void look() {
    source
        .get()
        .filter(key -> written.isEmpty() || !newest().equals(key))
        .ifPresent(key -> written.add(new Written(key, clock.now())));
  }

  private String newest() {
    return written.get(written.size() - 1).key();
  }
}
