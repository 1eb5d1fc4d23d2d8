package dev.atoll.itest.twin;

import dev.atoll.analysis.dns.Answer;
import dev.atoll.analysis.dns.Health;
import dev.atoll.analysis.dns.Question;
import dev.atoll.analysis.dns.Route53;
import dev.atoll.analysis.names.DomainName;
import dev.atoll.facts.Facts;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Truth;
import dev.atoll.facts.dns.DnsRecord;
import dev.atoll.itest.twin.client.Names;
import dev.atoll.itest.twin.client.Resolver;
import dev.atoll.itest.twin.clock.TwinClock;
import dev.atoll.itest.twin.loadbalancer.NetworkLoadBalancer;
import dev.atoll.itest.twin.network.Host;
import dev.atoll.traffic.Resolution;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Names as the analysis of the hosted zones answers them, without a name server in between. Health
 * checks are taken to succeed; targets are asked.
 */
final class AnalysedNames implements Names {

  private static final String TYPE = "A";

  private final Route53 route53;
  private final Supplier<List<NetworkLoadBalancer>> balancers;
  private final Predicate<NetworkLoadBalancer> healthy;
  private final TwinClock clock;

  AnalysedNames(
      Facts facts,
      Supplier<List<NetworkLoadBalancer>> balancers,
      Predicate<NetworkLoadBalancer> healthy,
      TwinClock clock) {
    this.route53 = Route53.of(facts);
    this.balancers = balancers;
    this.healthy = healthy;
    this.clock = clock;
  }

  private record Kept(Resolution resolution, Instant until) {}

  @Override
  public Resolver resolver(Host host) {
    Map<String, Kept> cache = new ConcurrentHashMap<>();
    return name -> {
      Kept kept =
          cache.compute(
              name,
              (key, before) ->
                  before != null && clock.now().isBefore(before.until())
                      ? before
                      : fresh(key, host));
      Resolution known = kept.resolution();
      return new Resolution(
          name, known.rcode(), known.addresses(), Duration.between(clock.now(), kept.until()));
    };
  }

  private Kept fresh(String name, Host host) {
    Answer answer =
        route53.answer(new Question(new DomainName(name), TYPE, host.region()), new TargetHealth());
    List<String> addresses = answer.record().map(this::addresses).orElse(List.of());
    return new Kept(
        new Resolution(name, answer.outcome().code(), addresses, answer.ttl()),
        clock.now().plus(answer.ttl()));
  }

  private List<String> addresses(DnsRecord record) {
    Optional<String> alias = record.alias().asOptional().flatMap(each -> each);
    return alias
        .map(
            target ->
                balancer(target).stream()
                    .flatMap(balancer -> balancer.addresses().stream())
                    .map(InetAddress::getHostAddress)
                    .toList())
        .orElseGet(() -> record.values().asOptional().orElse(List.of()));
  }

  private Optional<NetworkLoadBalancer> balancer(String dnsName) {
    DomainName name = new DomainName(dnsName);
    return balancers.get().stream()
        .filter(each -> new DomainName(each.dnsName()).equals(name))
        .findFirst();
  }

  private final class TargetHealth implements Health {
    @Override
    public Truth target(String dnsName) {
      return Truth.of(balancer(dnsName).filter(healthy).isPresent());
    }

    @Override
    public Truth check(Ref healthCheck) {
      return Truth.YES;
    }
  }

  @Override
  public void close() {
    // Nothing is open.
  }
}
