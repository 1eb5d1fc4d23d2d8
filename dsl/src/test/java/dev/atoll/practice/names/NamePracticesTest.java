package dev.atoll.practice.names;

import static dev.atoll.aws.Region.US_EAST_2;
import static dev.atoll.aws.Region.US_WEST_2;
import static dev.atoll.facts.aws.Quota.Of.ELASTIC_IPS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.analysis.names.NameAnswer;
import dev.atoll.analysis.timeline.DnsTimeline;
import dev.atoll.facts.Fact;
import dev.atoll.facts.Facts;
import dev.atoll.facts.Origin;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Source;
import dev.atoll.facts.Value;
import dev.atoll.facts.configuration.Expression;
import dev.atoll.facts.dns.DnsRecord;
import dev.atoll.facts.model.ServedName.Use;
import dev.atoll.facts.tls.Certificate;
import dev.atoll.facts.tls.CertificateLookup;
import dev.atoll.practice.Catalogue;
import dev.atoll.practice.Verdict;
import dev.atoll.topology.DnsBuilder;
import dev.atoll.topology.InvalidTopology;
import dev.atoll.topology.RegionBuilder;
import dev.atoll.topology.Topology;
import dev.atoll.topology.TopologyBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Which practices about names and certificates fail, exactly, for which broken deployment. */
class NamePracticesTest {

  private static final List<String> IDS =
      List.of("SEC-1", "SEC-2", "SEC-3", "DNS-4", "DNS-8", "DNS-11", "CDR-10", "PRX-7", "TOP-2");
  private static final Source AT = new Source(Origin.CONFIGURATION, "here");

  @Test
  void theDocumentsNamesPass() {
    Facts facts = built(dns -> {}, oregon -> {}).facts();
    assertThat(with(Verdict.PASS, facts))
        .containsExactlyInAnyOrder(
            "SEC-1", "SEC-3", "DNS-4", "DNS-8", "DNS-11", "CDR-10", "PRX-7", "TOP-2");
    assertThat(with(Verdict.NOT_APPLICABLE, facts)).containsExactly("SEC-2");
  }

  @Test
  void whatWorksWhereIsSaid() {
    List<NameAnswer> names = built(dns -> {}, oregon -> oregon.workspaceProxy(proxy -> {})).names();
    assertThat(names)
        .extracting(
            one ->
                "%s %s %s apps=%s login=%s"
                    .formatted(
                        one.served().name(),
                        one.served().region(),
                        one.served().owner().name(),
                        one.apps().works().answer(),
                        one.login().works().answer()))
        .containsExactly(
            "coderdemo.io us-east-2 CODER apps=NO login=YES",
            "*.coderdemo.io us-east-2 CODER apps=YES login=NO",
            "us-east-2.coderdemo.io us-east-2 CODER apps=NO login=NO",
            "*.us-east-2.coderdemo.io us-east-2 CODER apps=NO login=NO",
            "replica.us-east-2.coderdemo.io us-east-2 CODER apps=NO login=NO",
            "coderdemo.io us-west-2 CODER apps=NO login=YES",
            "*.coderdemo.io us-west-2 CODER apps=YES login=NO",
            "us-west-2.coderdemo.io us-west-2 WORKSPACE_PROXY apps=NO login=NO",
            "*.us-west-2.coderdemo.io us-west-2 WORKSPACE_PROXY apps=YES login=NO",
            "replica.us-west-2.coderdemo.io us-west-2 CODER apps=NO login=NO");
  }

  @Test
  void aProxyThatAwaitsItsLicenceLeavesTheNameToTheReplica() {
    assertThat(
            built(dns -> {}, oregon -> oregon.workspaceProxy(proxy -> proxy.awaiting("a licence")))
                .names())
        .filteredOn(one -> one.served().name().equals("us-west-2.coderdemo.io"))
        .extracting(one -> one.served().owner().name())
        .containsExactly("CODER");
  }

  @Test
  void aNameClaimedTwiceIsRefused() {
    // Two records for one name are what DNS-8 speaks of as well.
    assertThat(
            refused(
                dns -> {}, oregon -> oregon.regionalName("us-west-2").workspaceProxy(proxy -> {})))
        .containsExactly("DNS-8", "PRX-7");
  }

  @Test
  void aWildcardIsACnameOrLatencyRecords() {
    assertThat(refused(dns -> dns.latencyRouting().wildcardByCname(), oregon -> {}))
        .containsExactly("DNS-8");
    assertThat(built(dns -> dns.latencyRoutingOfApex().wildcardByCname(), oregon -> {}).names())
        .allMatch(one -> one.answered().isYes());
    assertThat(refused(DnsBuilder::latencyRoutingOfApex, oregon -> {}))
        .containsExactly("DNS-11", "DNS-2");
  }

  @Test
  void promisesThatCoderCannotKeep() {
    assertThat(refused(dns -> dns.promises(US_WEST_2, Use.APPS), oregon -> {}))
        .containsExactly("DNS-4");
    assertThat(
            with(
                Verdict.FAIL,
                built(dns -> dns.promises(US_WEST_2, Use.LOGIN), oregon -> {}).facts()))
        .containsExactly("CDR-10");
    assertThat(
            built(
                    dns -> dns.promises(US_WEST_2, Use.APPS),
                    oregon -> oregon.workspaceProxy(proxy -> {}))
                .names())
        .isNotEmpty();
  }

  @Test
  void aHealthCheckThatRoute53Refuses() {
    assertThat(refused(dns -> dns.healthChecks(Duration.ofSeconds(15), 3), oregon -> {}))
        .containsExactly("TOP-2");
    assertThat(refused(dns -> dns.healthChecks(Duration.ofSeconds(10), 11), oregon -> {}))
        .containsExactly("TOP-2");
  }

  @Test
  void withoutACertificateInOneRegion() {
    assertThat(with(Verdict.FAIL, without(fact -> isCertificateOf(fact, "us_west_2"))))
        .containsExactly("DNS-11", "DNS-4", "SEC-3");
  }

  @Test
  void aCertificateWithoutTheRegionalWildcard() {
    assertThat(with(Verdict.FAIL, certificate(Set.of("coderdemo.io", "*.coderdemo.io"))))
        .containsExactly("DNS-11", "DNS-4", "SEC-3");
  }

  @Test
  void aCertificateThatNobodyValidates() {
    assertThat(
            with(Verdict.FAIL, replaced(one -> Value.known(Certificate.Status.PENDING_VALIDATION))))
        .containsExactly("DNS-11", "DNS-4", "SEC-1", "SEC-3");
    assertThat(with(Verdict.UNKNOWN, replaced(one -> Value.unknown("not read"))))
        .containsExactly("DNS-11", "DNS-4", "SEC-1", "SEC-3");
  }

  @Test
  void aRegionalWildcardWithoutRecordIsHidden() {
    Facts facts = without(fact -> fact.ref().key().endsWith("us_west_2_regional_wildcard"));
    assertThat(with(Verdict.FAIL, facts)).containsExactly("DNS-11", "DNS-4");
    assertThat(judge("DNS-11", facts)).contains("us-west-2.coderdemo.io exists and hides");
  }

  @Test
  void noRecordsYetIsNoVerdict() {
    assertThat(with(Verdict.NOT_APPLICABLE, without(DnsRecord.class::isInstance)))
        .contains("DNS-4", "DNS-8", "DNS-11");
  }

  @Test
  void anArnThatIsWrittenDown() {
    assertThat(arn("arn:aws:acm:us-east-2:123456789012:certificate/abc")).isEqualTo(Verdict.FAIL);
    assertThat(arn("{\"Resource\":\"arn:aws:s3:::state/key\"}")).isEqualTo(Verdict.FAIL);
    assertThat(arn("arn:aws:iam::aws:policy/AmazonEKSClusterPolicy")).isEqualTo(Verdict.FAIL);
    assertThat(arn("arn:aws:ec2:*:*:security-group/*")).isEqualTo(Verdict.PASS);
    assertThat(arn("arn:${data.aws_partition.a.partition}:iam::aws:policy/X"))
        .isEqualTo(Verdict.PASS);
    assertThat(arn("${aws_acm_certificate_validation.a.certificate_arn}")).isEqualTo(Verdict.PASS);
  }

  @Test
  void aCertificateThatIsUsedBeforeItIsValidated() {
    Facts facts = built(dns -> {}, oregon -> {}).facts();
    Expression use = written("${aws_acm_certificate.us_east_2.arn}");
    assertThat(with(Verdict.FAIL, facts.and(List.of(use)))).containsExactly("SEC-1");
  }

  @Test
  void aLookup() {
    assertThat(lookup("coderdemo.io", Set.of("ISSUED"), true)).isEqualTo(Verdict.PASS);
    assertThat(lookup("https://coderdemo.io/", Set.of("ISSUED"), true)).isEqualTo(Verdict.FAIL);
    assertThat(lookup("coderdemo.io", Set.of(), true)).isEqualTo(Verdict.FAIL);
    assertThat(lookup("coderdemo.io", Set.of("ISSUED"), false)).isEqualTo(Verdict.FAIL);
  }

  @Test
  void theTimeOfAChange() {
    DnsTimeline time = built(dns -> {}, oregon -> {}).design().dns().timeline();
    assertThat(time.detection()).isEqualTo(Duration.ofSeconds(90));
    assertThat(time.failover()).isEqualTo(Duration.ofSeconds(150));
    assertThat(time.change()).isEqualTo(Duration.ofMinutes(2));
    assertThat(time.show()).contains("within 150 s (30 s × 3").contains("within 120 s");
  }

  private static Verdict lookup(String domain, Set<String> statuses, boolean mostRecent) {
    return verdict(
        "SEC-1",
        Facts.of(
            Origin.CONFIGURATION,
            List.of(
                new CertificateLookup(
                    AT,
                    new Ref("data.aws_acm_certificate.coder"),
                    Value.known(US_EAST_2),
                    Value.known(domain),
                    Value.known(statuses),
                    Value.known(mostRecent),
                    Set.of()))));
  }

  private static Verdict arn(String text) {
    return verdict("SEC-2", Facts.of(Origin.CONFIGURATION, List.of(written(text))));
  }

  private static Expression written(String text) {
    boolean reference = text.startsWith("${");
    return new Expression(
        AT,
        new Ref("aws_lb_listener.a"),
        "certificate_arn",
        reference ? Expression.Form.REFERENCE : Expression.Form.LITERAL,
        text,
        reference ? List.of(text.replaceAll("[${}]", "")) : List.of(),
        List.of());
  }

  private static boolean isCertificateOf(Fact fact, String region) {
    return fact.ref().key().equals("aws_acm_certificate." + region);
  }

  private static Facts without(Predicate<Fact> taken) {
    return alone(built(dns -> {}, oregon -> {}).facts().without(taken));
  }

  private static Facts alone(Facts facts) {
    return facts.intending(facts);
  }

  private static Facts certificate(Set<String> names) {
    return changed(
        one ->
            new Certificate(
                one.source(),
                one.ref(),
                one.region(),
                Value.known(names),
                one.status(),
                one.validation(),
                one.validatedBy()));
  }

  private static Facts replaced(
      java.util.function.Function<Certificate, Value<Certificate.Status>> status) {
    return changed(
        one ->
            new Certificate(
                one.source(),
                one.ref(),
                one.region(),
                one.names(),
                status.apply(one),
                one.validation(),
                one.validatedBy()));
  }

  private static Facts changed(java.util.function.UnaryOperator<Certificate> change) {
    Facts facts = built(dns -> {}, oregon -> {}).facts();
    Certificate west =
        facts.find(Certificate.class, new Ref("aws_acm_certificate.us_west_2")).orElseThrow();
    return alone(facts.without(west::equals).and(List.of(change.apply(west))));
  }

  private static Set<String> with(Verdict verdict, Facts facts) {
    return IDS.stream()
        .filter(id -> verdict(id, facts) == verdict)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Verdict verdict(String id, Facts facts) {
    return Catalogue.find(id).orElseThrow().judge(facts).verdict();
  }

  private static String judge(String id, Facts facts) {
    return Catalogue.find(id).orElseThrow().judge(facts).findings().toString();
  }

  private static Set<String> refused(Consumer<DnsBuilder> dns, Consumer<RegionBuilder> oregon) {
    try {
      builder(dns, oregon).build();
      return Set.of();
    } catch (InvalidTopology invalid) {
      return invalid.findings().stream()
          .map(finding -> finding.practice().id())
          .filter(id -> !id.equals("NET-6b"))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private static Topology built(Consumer<DnsBuilder> dns, Consumer<RegionBuilder> oregon) {
    return builder(dns, oregon).build();
  }

  private static TopologyBuilder builder(Consumer<DnsBuilder> dns, Consumer<RegionBuilder> oregon) {
    return Topology.named("coderdemo")
        .domain("coderdemo.io")
        .coder(coder -> coder.licensed())
        .region(US_EAST_2, ohio -> ohio.primary().vpc("10.0.0.0/16"))
        .region(
            US_WEST_2,
            region -> {
              region.replica().vpc("10.1.0.0/16");
              oregon.accept(region);
            })
        .peering(US_EAST_2, US_WEST_2)
        .quota(ELASTIC_IPS, 7)
        .dns(dns);
  }
}
