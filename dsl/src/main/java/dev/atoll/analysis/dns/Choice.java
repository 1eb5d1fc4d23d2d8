package dev.atoll.analysis.dns;

import dev.atoll.facts.Truth;
import dev.atoll.facts.dns.DnsRecord;
import dev.atoll.facts.dns.Routing;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Which record of a set answers, and why.
 *
 * @param nearness from where was asked
 * @param record the one that answers; where that is open, the one that would if it were healthy
 * @param passed the records that are nearer and unhealthy
 * @param next the record that would answer after this one; empty when there is none
 * @param asIfHealthy whether every record is unhealthy, so that health does not count
 * @param open what would decide it; empty when it is decided
 */
public record Choice(
    Nearness nearness,
    DnsRecord record,
    List<Passed> passed,
    List<DnsRecord> next,
    boolean asIfHealthy,
    List<String> open) {

  /**
   * A record that was passed over.
   *
   * @param record the record
   * @param target whether its target is healthy
   * @param check whether its health check succeeds
   */
  public record Passed(DnsRecord record, Truth target, Truth check) {

    String reason() {
      String target = target().isNo() ? "its target is unhealthy" : "";
      String check =
          check().isNo() ? "its health check %s fails".formatted(record.healthCheck().show()) : "";
      return (target + (target.isEmpty() || check.isEmpty() ? "" : " and ") + check)
          .replace("Optional[", "")
          .replace("]", "");
    }
  }

  public Choice {
    passed = List.copyOf(passed);
    next = List.copyOf(next);
    open = List.copyOf(open);
  }

  /** The reasons, as half sentences. */
  public List<String> reasons() {
    List<String> reasons = new ArrayList<>();
    if (!(routing(record) instanceof Routing.Latency latency)) {
      reasons.add("it has one record, which answers whatever its health");
      return reasons;
    }
    if (asIfHealthy) {
      reasons.add("every record is unhealthy, so Route 53 answers as if all were healthy");
    }
    passed.forEach(
        each -> reasons.add("%s is left out: %s".formatted(region(each), each.reason())));
    reasons.add(
        "%s is nearest to %s%s (%s)"
            .formatted(
                latency.region(),
                nearness.from(),
                passed.isEmpty() ? "" : " of those that are left",
                nearness.show(latency.region())));
    next.stream()
        .limit(1)
        .map(Choice::routing)
        .filter(Routing.Latency.class::isInstance)
        .map(routing -> ((Routing.Latency) routing).region())
        .filter(second -> nearness.isClose(latency.region(), second))
        .forEach(
            second ->
                reasons.add(
                    "by distance, that is: %s is not much farther (%s), and Route 53 goes by measured latency"
                        .formatted(second, nearness.show(second))));
    if (!open.isEmpty()) {
      reasons.add(open.stream().collect(Collectors.joining("; ", "open: ", "")));
    }
    return reasons;
  }

  private static String region(Passed passed) {
    return routing(passed.record()) instanceof Routing.Latency latency
        ? latency.region().name()
        : passed.record().ref().key();
  }

  private static Routing routing(DnsRecord record) {
    return record.routing().asOptional().orElse(new Routing.Simple());
  }
}
