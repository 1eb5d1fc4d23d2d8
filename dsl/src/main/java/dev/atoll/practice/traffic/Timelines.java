package dev.atoll.practice.traffic;

import dev.atoll.analysis.timeline.DnsTimeline;
import dev.atoll.aws.Region;
import dev.atoll.facts.Facts;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Value;
import dev.atoll.facts.dns.DnsRecord;
import dev.atoll.facts.dns.HealthCheck;
import dev.atoll.facts.dns.Routing;
import java.util.Optional;

/** What the health checks of a deployment promise. */
public final class Timelines {

  private Timelines() {}

  /**
   * How long it takes until a Region's users are elsewhere, by the health check of its record of
   * that name; empty when there is none or it is not known.
   */
  public static Optional<DnsTimeline> of(Facts facts, String name, Region region) {
    return facts.all(DnsRecord.class).stream()
        .filter(record -> record.name().is(name::equals).isYes())
        .filter(record -> record.routing().is(new Routing.Latency(region)::equals).isYes())
        .flatMap(record -> record.healthCheck().asOptional().stream())
        .flatMap(Optional::stream)
        .flatMap(check -> timeline(facts, check).stream())
        .findFirst();
  }

  private static Optional<DnsTimeline> timeline(Facts facts, Ref check) {
    return facts.find(HealthCheck.class, check).flatMap(Timelines::timeline);
  }

  private static Optional<DnsTimeline> timeline(HealthCheck check) {
    Value<DnsTimeline> timeline =
        check
            .interval()
            .flatMap(
                interval ->
                    check
                        .threshold()
                        .map(times -> new DnsTimeline(interval, times, DnsTimeline.ALIAS_TTL)));
    return timeline.asOptional();
  }

  /** The sum for people: {@code 90 s + TTL 60 s}. */
  public static String show(DnsTimeline timeline) {
    return "%d s × %d + TTL %d s"
        .formatted(
            timeline.interval().toSeconds(), timeline.threshold(), timeline.ttl().toSeconds());
  }
}
