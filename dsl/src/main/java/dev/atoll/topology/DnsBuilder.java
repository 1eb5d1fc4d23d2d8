package dev.atoll.topology;

import dev.atoll.aws.Region;
import dev.atoll.facts.Source;
import dev.atoll.facts.model.ServedName.Use;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Describes how names are answered. Unless something else is said: by latency at the apex and at
 * the wildcard, with a name of its own for each Region.
 */
public final class DnsBuilder implements Builder {

  private final Map<Region, Set<Use>> promised = new HashMap<>();
  private final List<String> alarms = new ArrayList<>();
  private Source at;
  private boolean wildcardByLatency = true;
  private boolean wildcardByCname;
  private boolean regionalSubdomains = true;
  private Duration ttl = Duration.ofMinutes(1);
  private Duration interval = Duration.ofSeconds(30);
  private int threshold = 3;

  DnsBuilder(Source at) {
    this.at = at;
  }

  /** The nearest healthy Region answers, at the apex and at the wildcard. */
  public DnsBuilder latencyRouting() {
    this.wildcardByLatency = true;
    return this;
  }

  /** The nearest healthy Region answers at the apex; the wildcard is left to another choice. */
  public DnsBuilder latencyRoutingOfApex() {
    this.wildcardByLatency = false;
    return this;
  }

  /** The wildcard is a CNAME to the apex. It can be nothing else then (DNS-8). */
  public DnsBuilder wildcardByCname() {
    this.at = Builder.calledAt(".dns(dns -> dns.wildcardByCname())");
    this.wildcardByCname = true;
    return this;
  }

  /** Each Region has a name of its own, {@code REGION.DOMAIN}, and a wildcard below it. */
  public DnsBuilder regionalSubdomains() {
    this.regionalSubdomains = true;
    return this;
  }

  /** No Region can be chosen by its name. */
  public DnsBuilder withoutRegionalSubdomains() {
    this.regionalSubdomains = false;
    return this;
  }

  /**
   * People count on that at a Region's own names: apps under its wildcard, login at its name. What
   * Coder cannot do there is refused (DNS-4) or warned of (CDR-10).
   */
  public DnsBuilder promises(Region region, Use... uses) {
    this.at = Builder.calledAt(".dns(dns -> dns.promises(" + region + ", …))");
    Set<Use> all = promised.computeIfAbsent(region, key -> EnumSet.noneOf(Use.class));
    all.addAll(Arrays.asList(uses));
    return this;
  }

  /** How long resolvers may keep what is no alias; an alias has its load balancer's 60 seconds. */
  public DnsBuilder ttl(Duration time) {
    this.ttl = time;
    return this;
  }

  /**
   * How health checks work.
   *
   * @param interval the time between two requests: 10 or 30 seconds
   * @param threshold how many in a row must fail, 1 to 10
   */
  public DnsBuilder healthChecks(Duration interval, int threshold) {
    this.at = Builder.calledAt(".dns(dns -> dns.healthChecks(…))");
    this.interval = interval;
    this.threshold = threshold;
    return this;
  }

  /** Tells that e-mail address when a Region's health check fails, and when it is well again. */
  public DnsBuilder alarm(String address) {
    this.at = Builder.calledAt(".dns(dns -> dns.alarm(\"" + address + "\"))");
    alarms.add(address);
    return this;
  }

  DnsDesign design() {
    return new DnsDesign(
        at,
        wildcardByLatency,
        wildcardByCname,
        regionalSubdomains,
        ttl,
        interval,
        threshold,
        alarms,
        promised);
  }
}
