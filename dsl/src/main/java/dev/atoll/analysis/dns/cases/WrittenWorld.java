package dev.atoll.analysis.dns.cases;

import static dev.atoll.facts.Value.known;

import dev.atoll.analysis.dns.Question;
import dev.atoll.analysis.names.DomainName;
import dev.atoll.aws.Region;
import dev.atoll.facts.Fact;
import dev.atoll.facts.Facts;
import dev.atoll.facts.Origin;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Source;
import dev.atoll.facts.dns.DnsRecord;
import dev.atoll.facts.dns.HealthCheck;
import dev.atoll.facts.dns.HostedZone;
import dev.atoll.facts.dns.Routing;
import dev.atoll.facts.loadbalancer.LoadBalancer;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Zones, records, checks and load balancers, line by line. */
final class WrittenWorld {

  private static final Source SOURCE = new Source(Origin.APPLIED, "the table");

  private final String title;
  private final List<Fact> facts = new ArrayList<>();
  private final Map<String, String> dnsNames = new HashMap<>();
  private String zone = "";

  WrittenWorld(String title) {
    this.title = title;
  }

  void add(String kind, Words words) {
    switch (kind) {
      case "zone" -> zone(words);
      case "balancer" -> balancer(words);
      case "check" -> check(words);
      case "record" -> facts.add(record(words));
      default -> throw new IllegalArgumentException("no line begins with \"" + kind + "\"");
    }
  }

  private void zone(Words words) {
    zone = words.next();
    facts.add(new HostedZone(SOURCE, new Ref(zone), known(zone), known(words.takes("private"))));
  }

  private void balancer(Words words) {
    String name = words.next();
    Region region = new Region(words.next());
    String dnsName = "%s.elb.%s.amazonaws.com".formatted(name, region);
    dnsNames.put(name, dnsName);
    facts.add(
        new LoadBalancer(
            SOURCE,
            new Ref("balancer/" + name),
            region,
            "network",
            "internet-facing",
            dnsName,
            List.of(),
            Set.of(),
            Map.of(),
            Map.of()));
  }

  private void check(Words words) {
    Ref ref = check(words.next());
    words.expect("asks");
    facts.add(
        new HealthCheck(
            SOURCE,
            ref,
            known("HTTPS"),
            known(Optional.of(words.next())),
            known(443),
            known("/healthz"),
            known(Duration.ofSeconds(30)),
            known(3)));
  }

  private static Ref check(String name) {
    return new Ref("check/" + name);
  }

  private DnsRecord record(Words words) {
    String name = words.next();
    String type = words.next();
    Routing routing = routing(words);
    Optional<String> alias = Optional.empty();
    boolean evaluates = false;
    Optional<Duration> ttl = Optional.empty();
    List<String> values = List.of();
    if (words.takes("alias")) {
      String target = words.next();
      alias = Optional.of(dnsNames.getOrDefault(target, target));
      evaluates = words.takes("evaluates");
    } else {
      words.expect("ttl");
      ttl = Optional.of(Duration.ofSeconds(Long.parseLong(words.next())));
      words.expect("values");
      values = words.list();
    }
    Optional<Ref> check =
        words.takes("check") ? Optional.of(check(words.next())) : Optional.empty();
    return new DnsRecord(
        SOURCE,
        new Ref("record/" + facts.size()),
        known(new Ref(zone)),
        known(name),
        known(type),
        known(routing),
        known(
            routing instanceof Routing.Simple ? Optional.empty() : Optional.of("" + facts.size())),
        known(alias),
        known(evaluates),
        known(check),
        known(ttl),
        known(values));
  }

  private static Routing routing(Words words) {
    if (words.takes("latency")) {
      return new Routing.Latency(new Region(words.next()));
    }
    return words.takes("weighted") ? new Routing.Other("weighted") : new Routing.Simple();
  }

  DnsCase ask(int line, Words words, Map<String, URI> sources) {
    DomainName name = new DomainName(words.next());
    String type = words.next();
    words.expect("from");
    Question question = new Question(name, type, new Region(words.next()));
    Set<Region> down = new HashSet<>();
    Set<String> sick = new HashSet<>();
    Set<Ref> failing = new HashSet<>();
    while (!words.takes("->")) {
      switch (words.next()) {
        case "down" -> words.list().forEach(each -> down.add(new Region(each)));
        case "sick" -> words.list().forEach(each -> sick.add(dnsNames.get(each)));
        case "failing" -> words.list().forEach(each -> failing.add(check(each)));
        default -> throw new IllegalArgumentException("down, sick or failing, then ->");
      }
    }
    String rest = words.rest();
    int bracket = rest.indexOf(" [");
    if (bracket < 0 || !rest.endsWith("]")) {
      throw new IllegalArgumentException("the key of its source belongs in brackets at the end");
    }
    String key = rest.substring(bracket + 2, rest.length() - 1);
    if (!sources.containsKey(key)) {
      throw new IllegalArgumentException("there is no source " + key);
    }
    Map<String, String> byDnsName = new HashMap<>();
    dnsNames.forEach((balancer, dnsName) -> byDnsName.put(dnsName, balancer));
    return new DnsCase(
        line,
        title,
        Facts.of(Origin.APPLIED, facts),
        byDnsName,
        question,
        down,
        sick,
        failing,
        rest.substring(0, bracket),
        sources.get(key));
  }
}
