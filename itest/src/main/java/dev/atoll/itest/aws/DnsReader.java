package dev.atoll.itest.aws;

import dev.atoll.analysis.names.DomainName;
import dev.atoll.aws.Region;
import dev.atoll.facts.Fact;
import dev.atoll.facts.Origin;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Source;
import dev.atoll.facts.Value;
import dev.atoll.facts.dns.DnsRecord;
import dev.atoll.facts.dns.HealthCheck;
import dev.atoll.facts.dns.HostedZone;
import dev.atoll.facts.dns.Routing;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.route53.Route53Client;
import software.amazon.awssdk.services.route53.model.AliasTarget;
import software.amazon.awssdk.services.route53.model.HealthCheckConfig;
import software.amazon.awssdk.services.route53.model.ResourceRecord;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;

/** Reads Route 53: hosted zones, their records, and health checks. */
public final class DnsReader {

  private DnsReader() {}

  /**
   * Everything of the account.
   *
   * @throws software.amazon.awssdk.core.exception.SdkException when AWS refuses or cannot be
   *     reached
   */
  public static List<Fact> read(AwsAccount account) {
    return Stream.of(zones(account), records(account), checks(account))
        .flatMap(part -> part)
        .toList();
  }

  static Stream<Fact> zones(AwsAccount account) {
    return account.route53().listHostedZonesPaginator().hostedZones().stream()
        .map(
            zone ->
                new HostedZone(
                    new Source(account.origin(), ref(zone) + " (Route 53)"),
                    ref(zone),
                    Value.known(plain(zone.name())),
                    Value.known(zone.config() != null && zone.config().privateZone())));
  }

  /** What is in each zone. */
  static Stream<Fact> records(AwsAccount account) {
    Route53Client route53 = account.route53();
    return route53.listHostedZonesPaginator().hostedZones().stream()
        .flatMap(
            zone ->
                route53
                    .listResourceRecordSetsPaginator(
                        request -> request.hostedZoneId(ref(zone).key()))
                    .resourceRecordSets()
                    .stream()
                    .map(record -> record(account.origin(), ref(zone), record)));
  }

  static Stream<Fact> checks(AwsAccount account) {
    return account.route53().listHealthChecksPaginator().healthChecks().stream()
        .map(check -> check(account.origin(), check.id(), check.healthCheckConfig()));
  }

  private static Ref ref(software.amazon.awssdk.services.route53.model.HostedZone zone) {
    return new Ref(zone.id().replaceFirst("^/hostedzone/", ""));
  }

  private static DnsRecord record(Origin origin, Ref zone, ResourceRecordSet record) {
    String name = plain(record.name());
    String key =
        zone
            + "_"
            + name
            + "_"
            + record.typeAsString()
            + (record.setIdentifier() == null ? "" : "_" + record.setIdentifier());
    Optional<AliasTarget> alias = Optional.ofNullable(record.aliasTarget());
    return new DnsRecord(
        new Source(origin, key + " (Route 53)"),
        new Ref(key),
        Value.known(zone),
        Value.known(name),
        Value.known(record.typeAsString()),
        Value.known(routing(record)),
        Value.known(Optional.ofNullable(record.setIdentifier())),
        Value.known(alias.map(target -> plain(target.dnsName()))),
        Value.known(alias.map(AliasTarget::evaluateTargetHealth).orElse(false)),
        Value.known(Optional.ofNullable(record.healthCheckId()).map(Ref::new)),
        Value.known(Optional.ofNullable(record.ttl()).map(Duration::ofSeconds)),
        Value.known(record.resourceRecords().stream().map(ResourceRecord::value).toList()));
  }

  private static Routing routing(ResourceRecordSet record) {
    if (record.regionAsString() != null) {
      return new Routing.Latency(new Region(record.regionAsString()));
    }
    return record.setIdentifier() == null
        ? new Routing.Simple()
        : new Routing.Other(record.weight() == null ? "neither latency nor weight" : "weighted");
  }

  private static HealthCheck check(Origin origin, String id, HealthCheckConfig config) {
    return new HealthCheck(
        new Source(origin, id + " (Route 53)"),
        new Ref(id),
        Value.known(config.typeAsString()),
        Value.known(Optional.ofNullable(config.fullyQualifiedDomainName()).map(DnsReader::plain)),
        number(config.port(), "port"),
        Value.known(Optional.ofNullable(config.resourcePath()).orElse("/")),
        number(config.requestInterval(), "interval").map(Duration::ofSeconds),
        number(config.failureThreshold(), "threshold"));
  }

  private static Value<Integer> number(Integer number, String what) {
    return number == null
        ? Value.unknown("this kind of health check has no " + what)
        : Value.known(number);
  }

  private static String plain(String name) {
    return new DomainName(name).text();
  }
}
