package dev.atoll.practice.litellm;

import dev.atoll.facts.kubernetes.CarriedSecret;
import dev.atoll.practice.traffic.Recovery;
import dev.atoll.traffic.Twin;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The key that workspaces begin with. */
final class FirstKey {

  /** What carries secrets looks again at the latest after that, where nothing says when. */
  private static final Duration CARRIED = Duration.ofMinutes(30);

  private static final int LOOKS = 30;

  private FirstKey() {}

  /**
   * One workspace per Region that has a key, once each of them works; the rotation is run where one
   * does not, as its schedule would on the first day.
   *
   * @return empty when one has a key that does not work, or none has one
   * @throws dev.atoll.traffic.TrafficException when the rotation fails
   */
  static List<Workspace> seen(Twin twin, String host) {
    List<Workspace> all =
        twin.regions().stream().map(region -> Workspace.in(twin, region, host)).toList();
    if (!all.stream().allMatch(Workspace::works)) {
      twin.rotateKey();
      Duration limit = limit(twin);
      Recovery.until(
          twin, limit.dividedBy(LOOKS), limit, () -> all.stream().allMatch(Workspace::works));
    }
    List<Workspace> having = all.stream().filter(each -> each.key().isPresent()).toList();
    return having.stream().allMatch(Workspace::works) ? having : List.of();
  }

  private static Duration limit(Twin twin) {
    Stream<Duration> intervals =
        twin.facts().all(CarriedSecret.class).stream()
            .flatMap(secret -> secret.refresh().asOptional().stream());
    return Stream.concat(intervals, Stream.of(CARRIED))
        .max(Comparator.naturalOrder())
        .orElse(CARRIED);
  }
}
