package dev.atoll.practice.names;

import static dev.atoll.aws.Region.US_EAST_2;
import static dev.atoll.aws.Region.US_WEST_2;
import static dev.atoll.facts.Value.known;
import static dev.atoll.facts.aws.Quota.Of.ELASTIC_IPS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.aws.Region;
import dev.atoll.facts.Fact;
import dev.atoll.facts.Facts;
import dev.atoll.facts.Facts.Gap;
import dev.atoll.facts.Origin;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Value;
import dev.atoll.facts.dns.DnsRecord;
import dev.atoll.facts.dns.HealthCheck;
import dev.atoll.facts.dns.HostedZone;
import dev.atoll.facts.dns.Routing;
import dev.atoll.facts.loadbalancer.LoadBalancerLookup;
import dev.atoll.facts.model.ServedName;
import dev.atoll.practice.Catalogue;
import dev.atoll.practice.Judgement;
import dev.atoll.practice.Verdict;
import dev.atoll.topology.Topology;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Which of the practices about records and health checks fail, exactly, for which broken ones. */
class RecordPracticesTest {

  private static final List<String> IDS =
      List.of("DNS-1", "DNS-2", "DNS-3", "DNS-5", "DNS-6", "DNS-7", "DNS-10", "DNS-12");

  private static final Topology TOPOLOGY =
      Topology.named("coderdemo")
          .domain("coderdemo.io")
          .coder(coder -> coder.licensed())
          .region(
              US_EAST_2,
              ohio -> ohio.primary().vpc("10.0.0.0/16").liteLlm(llm -> llm.subdomain("llm")))
          .region(
              US_WEST_2, oregon -> oregon.replica().vpc("10.1.0.0/16").workspaceProxy(proxy -> {}))
          .peering(US_EAST_2, US_WEST_2)
          .quota(ELASTIC_IPS, 7)
          .build();

  @Test
  void theTopologysOwnRecordsPass() {
    assertThat(with(Verdict.PASS, TOPOLOGY.facts())).containsExactlyInAnyOrderElementsOf(IDS);
  }

  @Test
  void noRecordsYet() {
    assertThat(with(Verdict.NOT_APPLICABLE, without(DnsRecord.class::isInstance)))
        .containsExactlyInAnyOrderElementsOf(IDS);
  }

  @Test
  void aRegionWithoutItsRecord() {
    assertThat(failing(without(is("us_west_2_apex")))).containsExactly("DNS-1", "DNS-6", "DNS-7");
    assertThat(failing(without(is("us_west_2_wildcard"))))
        .containsExactly("DNS-2", "DNS-6", "DNS-7");
    assertThat(failing(without(is("us_west_2_replica"))))
        // The regional wildcard answers then, which is the proxy's.
        .containsExactly("DNS-12", "DNS-3");
    assertThat(failing(without(is("us_east_2_regional")))).containsExactly("DNS-3");
  }

  @Test
  void theSameRegionTwice() {
    assertThat(failing(record("us_west_2_apex", each -> latency(each, US_EAST_2))))
        // Oregon has none then, and Ohio's second one leads to Oregon under Oregon's check.
        .containsExactly("DNS-1", "DNS-12", "DNS-5", "DNS-7");
    assertThat(
            judge("DNS-1", record("us_west_2_apex", each -> latency(each, US_EAST_2))).findings())
        .extracting(finding -> finding.what())
        .contains(
            "coderdemo.io has 2 latency records for us-east-2",
            "coderdemo.io has no latency record for us-west-2");
  }

  @Test
  void anIdentifierThatIsMissing() {
    assertThat(
            failing(
                record(
                    "us_west_2_wildcard",
                    each -> change(each, known(Optional.empty()), each.alias(), true))))
        .containsExactly("DNS-2");
  }

  @Test
  void targetHealthThatIsNotEvaluated() {
    assertThat(
            failing(
                record(
                    "us_west_2_apex",
                    each -> change(each, each.setIdentifier(), each.alias(), false))))
        .containsExactly("DNS-1");
  }

  @Test
  void addressesInsteadOfAnAlias() {
    assertThat(
            failing(
                record(
                    "us_east_2_regional",
                    each -> change(each, each.setIdentifier(), known(Optional.empty()), true))))
        .containsExactly("DNS-3");
  }

  @Test
  void aRecordThatLeadsToAnotherRegion() {
    Facts facts = record("us_west_2_apex", each -> leading(each, "us_east_2_coder"));
    assertThat(failing(facts)).containsExactly("DNS-12", "DNS-6", "DNS-7");
    assertThat(judge("DNS-12", facts).detail())
        .startsWith("coderdemo.io in us-west-2 leads to data.aws_lb.us_east_2_coder in us-east-2");
    assertThat(failing(record("us_east_2_regional", each -> leading(each, "us_west_2_coder"))))
        .containsExactly("DNS-3");
  }

  @Test
  void aRecordThatLeadsToTheProxy() {
    Facts facts = record("us_west_2_apex", each -> leading(each, "us_west_2_proxy"));
    assertThat(failing(facts)).containsExactly("DNS-12");
    assertThat(judge("DNS-12", facts).findings())
        .anyMatch(finding -> finding.what().contains("where the workspace proxy answers"));
  }

  @Test
  void aCheckThatIsMissing() {
    assertThat(failing(without(HealthCheck.class::isInstance))).containsExactly("DNS-5");
    assertThat(failing(record("us_west_2_apex", each -> checked(each, Optional.empty()))))
        .containsExactly("DNS-5");
  }

  @Test
  void aCheckOnTheSharedApex() {
    Facts facts = check("us_west_2", "coderdemo.io", "HTTPS", 443);
    assertThat(failing(facts)).containsExactly("DNS-5");
    assertThat(judge("DNS-5", facts).detail())
        .isEqualTo(
            "the health check of us-west-2 asks coderdemo.io, which other Regions answer as well");
    // Below the wildcard it is no better.
    assertThat(failing(check("us_west_2", "health.coderdemo.io", "HTTPS", 443)))
        .containsExactly("DNS-5");
  }

  @Test
  void aCheckOfAnotherLoadBalancer() {
    assertThat(failing(check("us_west_2", "replica.us-east-2.coderdemo.io", "HTTPS", 443)))
        .containsExactly("DNS-12", "DNS-6");
    assertThat(failing(check("us_west_2", "us-west-2.coderdemo.io", "HTTPS", 443)))
        .containsExactly("DNS-12", "DNS-5");
  }

  /** One label below *.coderdemo.io: no such app, 400 for ever, and nobody is ever healthy. */
  @Test
  void aCheckOfANameThatCoderTakesForAnApp() {
    assertThat(failing(check("us_east_2", "us-east-2.coderdemo.io", "HTTPS", 443)))
        .containsExactly("DNS-5");
  }

  @Test
  void aCheckOfTheLoadBalancersOwnName() {
    assertThat(failing(check("us_west_2", "data.aws_lb.us_west_2_coder.dns_name", "HTTPS", 443)))
        .isEmpty();
  }

  @Test
  void aCheckThatAsksSomethingElse() {
    assertThat(failing(check("us_west_2", "replica.us-west-2.coderdemo.io", "TCP", 443)))
        .containsExactly("DNS-5");
    assertThat(failing(check("us_west_2", "replica.us-west-2.coderdemo.io", "HTTPS", 8080)))
        .containsExactly("DNS-5");
    assertThat(failing(check("us_west_2", "nobody.example.net", "HTTPS", 443)))
        .containsExactly("DNS-5");
  }

  @Test
  void oneCheckForTwoRegions() {
    assertThat(
            failing(
                record(
                    "us_west_2_apex",
                    each ->
                        checked(each, Optional.of(new Ref("aws_route53_health_check.us_east_2"))))))
        .containsExactly("DNS-12", "DNS-5", "DNS-6");
  }

  @Test
  void aLookupByOneTagAlone() {
    Facts facts =
        replaced(
            LoadBalancerLookup.class,
            fact -> fact.ref().key().endsWith("us_west_2_coder"),
            lookup ->
                new LoadBalancerLookup(
                    lookup.source(),
                    lookup.ref(),
                    lookup.region(),
                    known(Map.of("service.k8s.aws/stack", "coder/coder")),
                    lookup.dnsName()));
    assertThat(failing(facts)).containsExactly("DNS-12");
  }

  @Test
  void recordsThatMayBeElsewhere() {
    Facts facts = without(is("us_west_2_apex"));
    Facts partly =
        Facts.of(
            Origin.PLAN,
            facts.everything(),
            List.of(new Gap(DnsRecord.class, "one root of two was read")));
    assertThat(with(Verdict.UNKNOWN, partly)).containsExactly("DNS-1", "DNS-6", "DNS-7");
  }

  @Test
  void loadBalancersThatWereNotSeen() {
    assertThat(with(Verdict.UNKNOWN, without(LoadBalancerLookup.class::isInstance)))
        .containsExactly("DNS-10", "DNS-12", "DNS-3", "DNS-6", "DNS-7");
  }

  /** Without a topology the names and the Regions are those of the records. */
  @Test
  void aStrangersZone() {
    assertThat(with(Verdict.PASS, stranger(TOPOLOGY.facts())))
        .containsExactlyInAnyOrder("DNS-1", "DNS-2", "DNS-3", "DNS-5", "DNS-6", "DNS-7", "DNS-12");
    assertThat(
            failing(
                stranger(record("us_east_2_regional", each -> leading(each, "us_west_2_coder")))))
        .containsExactly("DNS-3");
  }

  /** That nothing answers is a claim about a zone, which somebody must have read. */
  @Test
  void recordsInAZoneThatWasNotReadAreNoReasonToSayThatThereIsNone() {
    Facts facts = stranger(without(HostedZone.class::isInstance));
    assertThat(with(Verdict.UNKNOWN, facts))
        .containsExactly("DNS-1", "DNS-2", "DNS-3", "DNS-6", "DNS-7");
    assertThat(with(Verdict.NOT_APPLICABLE, facts)).containsExactly("DNS-10");
    assertThat(Catalogue.find("DNS-6").orElseThrow().judge(facts).detail())
        .contains("the hosted zone of", "coderdemo.io", "was not read");

    Facts noRecords = facts.without(DnsRecord.class::isInstance);
    assertThat(with(Verdict.NOT_APPLICABLE, noRecords)).contains("DNS-1", "DNS-6", "DNS-7");
  }

  private static Facts stranger(Facts facts) {
    return Facts.of(
        Origin.PLAN,
        facts.everything().stream().filter(fact -> !(fact instanceof ServedName)).toList());
  }

  private static Facts check(String region, String name, String type, int port) {
    return replaced(
        HealthCheck.class,
        fact -> fact.ref().key().endsWith(region),
        check ->
            new HealthCheck(
                check.source(),
                check.ref(),
                known(type),
                known(Optional.of(name)),
                known(port),
                check.path(),
                check.interval(),
                check.threshold()));
  }

  private static DnsRecord leading(DnsRecord record, String balancer) {
    return change(
        record,
        record.setIdentifier(),
        known(Optional.of("data.aws_lb." + balancer + ".dns_name")),
        true);
  }

  private static DnsRecord change(
      DnsRecord record,
      Value<Optional<String>> identifier,
      Value<Optional<String>> alias,
      boolean evaluates) {
    return new DnsRecord(
        record.source(),
        record.ref(),
        record.zone(),
        record.name(),
        record.type(),
        record.routing(),
        identifier,
        alias,
        known(evaluates),
        record.healthCheck(),
        record.ttl(),
        record.values());
  }

  private static DnsRecord latency(DnsRecord record, Region region) {
    return new DnsRecord(
        record.source(),
        record.ref(),
        record.zone(),
        record.name(),
        record.type(),
        known(new Routing.Latency(region)),
        known(Optional.of(region.name())),
        record.alias(),
        record.evaluatesTargetHealth(),
        record.healthCheck(),
        record.ttl(),
        record.values());
  }

  private static DnsRecord checked(DnsRecord record, Optional<Ref> check) {
    return new DnsRecord(
        record.source(),
        record.ref(),
        record.zone(),
        record.name(),
        record.type(),
        record.routing(),
        record.setIdentifier(),
        record.alias(),
        record.evaluatesTargetHealth(),
        known(check),
        record.ttl(),
        record.values());
  }

  private static Facts record(String name, UnaryOperator<DnsRecord> change) {
    return replaced(DnsRecord.class, is(name), change);
  }

  private static <F extends Fact> Facts replaced(
      Class<F> kind, Predicate<Fact> which, UnaryOperator<F> change) {
    Predicate<Fact> those = fact -> kind.isInstance(fact) && which.test(fact);
    List<F> others = TOPOLOGY.facts().all(kind).stream().filter(those).map(change).toList();
    assertThat(others).isNotEmpty();
    return without(those).and(others);
  }

  private static Predicate<Fact> is(String name) {
    return fact -> fact.ref().key().equals("aws_route53_record." + name);
  }

  private static Facts without(Predicate<? super Fact> gone) {
    return TOPOLOGY.facts().without(gone);
  }

  private static Judgement judge(String id, Facts facts) {
    return Catalogue.find(id).orElseThrow().judge(facts);
  }

  private static Set<String> failing(Facts facts) {
    return with(Verdict.FAIL, facts);
  }

  private static Set<String> with(Verdict verdict, Facts facts) {
    return IDS.stream()
        .filter(id -> judge(id, facts).verdict() == verdict)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
