package dev.atoll.topology;

import dev.atoll.analysis.timeline.DnsTimeline;
import dev.atoll.aws.Region;
import dev.atoll.facts.Source;
import dev.atoll.facts.model.ServedName.Use;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How names are answered.
 *
 * @param at the builder call that described it
 * @param wildcardByLatency whether the wildcard has a latency record per Region, as the apex has
 * @param wildcardByCname whether the wildcard is a CNAME to the apex
 * @param regionalSubdomains whether each Region has a name of its own, and a wildcard below it
 * @param ttl how long resolvers may keep what is no alias
 * @param checkInterval the time between two requests of a health checker
 * @param checkThreshold how many requests in a row must fail
 * @param alarms the e-mail addresses that are told when a Region fails
 * @param promised what people were promised to find at a Region's own names
 */
public record DnsDesign(
    Source at,
    boolean wildcardByLatency,
    boolean wildcardByCname,
    boolean regionalSubdomains,
    Duration ttl,
    Duration checkInterval,
    int checkThreshold,
    List<String> alarms,
    Map<Region, Set<Use>> promised) {

  public DnsDesign {
    alarms = List.copyOf(alarms);
    promised = Map.copyOf(promised);
  }

  /** How long a failover takes, and a change of a record. */
  public DnsTimeline timeline() {
    return new DnsTimeline(checkInterval, checkThreshold, DnsTimeline.ALIAS_TTL);
  }
}
