package dev.atoll.topology;

import static dev.atoll.facts.Value.known;
import static dev.atoll.topology.DesignFacts.ref;

import dev.atoll.aws.Region;
import dev.atoll.facts.Fact;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Source;
import dev.atoll.facts.Value;
import dev.atoll.facts.coder.CoderUrl;
import dev.atoll.facts.dns.DnsRecord;
import dev.atoll.facts.dns.HealthAlarm;
import dev.atoll.facts.dns.HealthCheck;
import dev.atoll.facts.dns.HostedZone;
import dev.atoll.facts.dns.Routing;
import dev.atoll.facts.dns.TopicSubscription;
import dev.atoll.facts.loadbalancer.LoadBalancerLookup;
import dev.atoll.facts.model.Malformed;
import dev.atoll.facts.tls.Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Projects names, records and certificates into facts. */
final class NameFacts {

  private static final Ref ZONE = ref("data.aws_route53_zone", "main");
  private static final Ref TOPIC = ref("aws_sns_topic", "health");
  private static final String RECORD = "aws_route53_record";
  private static final String ACM = "ACM chooses it";

  private final Design design;
  private final Source at;
  private final List<Fact> facts = new ArrayList<>();

  private NameFacts(Design design) {
    this.design = design;
    this.at = design.dns().at();
  }

  static List<Fact> of(Design design) {
    NameFacts projection = new NameFacts(design);
    projection.urls();
    projection.facts.add(
        new HostedZone(projection.at, ZONE, known(design.domain().name()), known(false)));
    projection.facts.addAll(ServedNames.of(design));
    PlannedRecord.of(design).forEach(projection::record);
    projection.balancers();
    projection.wildcardByCname();
    PlannedHealthCheck.of(design).forEach(projection::healthCheck);
    projection.subscribed();
    projection.certificates();
    return projection.facts;
  }

  private void urls() {
    String domain = design.domain().name();
    facts.add(
        new CoderUrl(
            design.domain().at(),
            ref("coder_url", "servers"),
            CoderUrl.Server.CODER,
            Optional.empty(),
            known("https://" + domain),
            known(Optional.of("*." + domain))));
    for (CoderRegion region : design.regions()) {
      region
          .workspaceProxy()
          .filter(WorkspaceProxy::isDeployed)
          .ifPresent(
              proxy ->
                  facts.add(
                      new CoderUrl(
                          proxy.at(),
                          ref("coder_url", region.region().identifier()),
                          CoderUrl.Server.WORKSPACE_PROXY,
                          Optional.of(region.region()),
                          known(proxy.url()),
                          known(Optional.of(proxy.wildcard())))));
    }
  }

  private void record(PlannedRecord planned) {
    Region region = planned.region();
    boolean byLatency = planned.byLatency();
    facts.add(
        new DnsRecord(
            planned.served().source(),
            ref(RECORD, planned.identifier()),
            known(ZONE),
            known(planned.name()),
            known("A"),
            known(byLatency ? new Routing.Latency(region) : new Routing.Simple()),
            known(Optional.of(region.name()).filter(name -> byLatency)),
            known(Optional.of(dnsName(planned))),
            known(true),
            known(Optional.of(checkOf(region)).filter(check -> byLatency)),
            known(Optional.empty()),
            known(List.of())));
  }

  /** What stands for the DNS name of a load balancer that comes into being with its Service. */
  private static String dnsName(PlannedRecord planned) {
    return lookup(planned).key() + ".dns_name";
  }

  private static Ref lookup(PlannedRecord planned) {
    return ref("data.aws_lb", planned.balancer());
  }

  private void balancers() {
    Map<Ref, PlannedRecord> byRef = new LinkedHashMap<>();
    PlannedRecord.of(design).forEach(planned -> byRef.putIfAbsent(lookup(planned), planned));
    byRef.forEach(
        (ref, planned) ->
            facts.add(
                new LoadBalancerLookup(
                    at,
                    ref,
                    known(planned.region()),
                    known(
                        Map.of(
                            LoadBalancerLookup.CLUSTER_TAG,
                            design.find(planned.region()).orElseThrow().cluster(),
                            LoadBalancerLookup.SERVICE_TAG,
                            planned.service())),
                    known(dnsName(planned)))));
  }

  private void wildcardByCname() {
    if (design.dns().wildcardByCname()) {
      String domain = design.domain().name();
      facts.add(cname(at, "wildcard", known("*." + domain), known(List.of(domain))));
    }
  }

  private DnsRecord cname(
      Source source, String key, Value<String> name, Value<List<String>> values) {
    return new DnsRecord(
        source,
        ref(RECORD, key),
        known(ZONE),
        name,
        known("CNAME"),
        known(new Routing.Simple()),
        known(Optional.empty()),
        known(Optional.empty()),
        known(false),
        known(Optional.empty()),
        known(Optional.of(design.dns().ttl())),
        values);
  }

  private void healthCheck(PlannedHealthCheck planned) {
    Duration interval = planned.interval();
    int threshold = planned.threshold();
    Ref check = checkOf(planned.region());
    if (interval.toSeconds() != 10 && interval.toSeconds() != 30) {
      facts.add(
          new Malformed(
              at,
              check,
              "health check interval",
              "Route 53 asks every 10 or 30 s, not " + interval));
    }
    if (threshold < 1 || threshold > 10) {
      facts.add(
          new Malformed(
              at, check, "health check threshold", "Route 53 takes 1 to 10, not " + threshold));
    }
    facts.add(
        new HealthCheck(
            at,
            check,
            known("HTTPS"),
            known(Optional.of(planned.name())),
            known(443),
            known(planned.path()),
            known(interval),
            known(threshold)));
    facts.add(
        new HealthAlarm(
            at,
            ref("aws_cloudwatch_metric_alarm", planned.identifier() + "_health"),
            known(Region.US_EAST_1),
            known(check),
            known("LessThanThreshold"),
            known(1.0),
            known(Set.of(TOPIC))));
  }

  private void subscribed() {
    List<String> addresses = design.dns().alarms();
    for (int i = 0; i < addresses.size(); i++) {
      String address = addresses.get(i);
      facts.add(
          new TopicSubscription(
              at,
              ref("aws_sns_topic_subscription", "health_" + (i + 1)),
              known(TOPIC),
              known("email"),
              Value.unknown("whether %s agreed to be told".formatted(address))));
      if (!address.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+")) {
        facts.add(
            new Malformed(
                at,
                ref("aws_sns_topic_subscription", address),
                "e-mail address",
                "\"%s\" is no address that can be told".formatted(address)));
      }
    }
  }

  /** The records that validate them are left out: ACM alone chooses their names. */
  private void certificates() {
    for (RegionCertificate certificate : RegionCertificate.of(design)) {
      facts.add(
          new Certificate(
              at,
              ref("aws_acm_certificate", certificate.identifier()),
              known(certificate.region()),
              known(Set.copyOf(certificate.names())),
              known(Certificate.Status.ISSUED),
              known(Certificate.Validation.DNS),
              Value.unknown(ACM)));
    }
  }

  private static Ref checkOf(Region region) {
    return ref("aws_route53_health_check", region.identifier());
  }
}
