package dev.atoll.practice.names;

import static dev.atoll.aws.Region.US_EAST_2;
import static dev.atoll.aws.Region.US_WEST_2;
import static dev.atoll.facts.Value.known;
import static dev.atoll.facts.aws.Quota.Of.ELASTIC_IPS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.aws.Region;
import dev.atoll.facts.Facts;
import dev.atoll.facts.Facts.Gap;
import dev.atoll.facts.Origin;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Value;
import dev.atoll.facts.database.RegionLoss;
import dev.atoll.facts.dns.DnsRecord;
import dev.atoll.facts.dns.Routing;
import dev.atoll.practice.Catalogue;
import dev.atoll.practice.Judgement;
import dev.atoll.practice.Verdict;
import dev.atoll.topology.Topology;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What DNS-6, DNS-7 and DNS-10 say of what Route 53 would answer. */
class AnswerPracticesTest {

  private static final Topology TOPOLOGY =
      Topology.named("coderdemo")
          .domain("coderdemo.io")
          .coder(coder -> coder.licensed())
          .region(
              US_EAST_2,
              ohio -> ohio.primary().vpc("10.0.0.0/16").liteLlm(llm -> llm.subdomain("llm")))
          .region(US_WEST_2, oregon -> oregon.replica().vpc("10.1.0.0/16"))
          .peering(US_EAST_2, US_WEST_2)
          .quota(ELASTIC_IPS, 7)
          .build();

  @Test
  void aPassSaysHowMuchWasProvenAndWhatItDoesNotSave() {
    Judgement judgement = judge("DNS-6", TOPOLOGY.facts());

    assertThat(judgement.verdict()).isEqualTo(Verdict.PASS);
    assertThat(judgement.detail())
        .contains("looked at 2 shared names", "33 Regions that ask × 4 combinations", ": holds")
        .contains("not saved: aws_rds_cluster.us_east_2_coder is in us-east-2")
        .contains("AUR-7");
  }

  @Test
  void withoutADecisionItSaysThatNobodyDecided() {
    Facts undecided = TOPOLOGY.facts().without(RegionLoss.class::isInstance);

    assertThat(judge("DNS-6", undecided.intending(undecided)).detail())
        .contains("nothing says what was decided");
  }

  @Test
  void aRecordThatNothingChecksKeepsItsUsersWhenItsRegionIsDead() {
    Facts facts =
        changed(
            "us_west_2_apex",
            record -> with(record, record.routing(), record.alias(), false, Optional.empty()));

    Judgement judgement = judge("DNS-6", facts);

    assertThat(judgement.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(judgement.detail())
        .contains(
            "coderdemo.io A asked from", "while us-west-2 is down", "us-east-2, which is not");
    // One of the two signals is enough.
    assertThat(
            judge(
                    "DNS-6",
                    changed(
                        "us_west_2_apex",
                        record ->
                            with(record, record.routing(), record.alias(), true, Optional.empty())))
                .verdict())
        .isEqualTo(Verdict.PASS);
  }

  @Test
  void oneRegionHasNowhereToGo() {
    Topology alone =
        Topology.named("alone")
            .domain("coderdemo.io")
            .region(US_EAST_2, ohio -> ohio.primary().vpc("10.0.0.0/16"))
            .build();

    assertThat(judge("DNS-6", alone.facts()).verdict()).isEqualTo(Verdict.NOT_APPLICABLE);
    assertThat(judge("DNS-7", alone.facts()).verdict()).isEqualTo(Verdict.NOT_APPLICABLE);
    assertThat(judge("DNS-10", alone.facts()).verdict()).isEqualTo(Verdict.NOT_APPLICABLE);
  }

  @Test
  void swappedLabelsSendPeopleToTheFarRegion() {
    Facts swapped =
        TOPOLOGY
            .facts()
            .without(fact -> fact.ref().key().matches("aws_route53_record.us_.*_apex"))
            .and(
                List.of(
                    labelled("us_west_2_apex", US_EAST_2), labelled("us_east_2_apex", US_WEST_2)));

    Judgement judgement = judge("DNS-7", swapped);

    assertThat(judgement.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(judgement.findings())
        .extracting(finding -> finding.what())
        .contains(
            "coderdemo.io asked from us-west-2 leads to us-east-2 by"
                + " aws_route53_record.us_east_2_apex; us-west-2 serves it and is nearer");
    assertThat(judge("DNS-6", swapped).verdict()).isEqualTo(Verdict.PASS);
  }

  @Test
  void withoutItsRecordLiteLlmFallsUnderTheWildcard() {
    Facts facts = without("us_east_2_litellm");

    assertThat(judge("DNS-10", TOPOLOGY.facts()).verdict()).isEqualTo(Verdict.PASS);
    assertThat(judge("DNS-10", facts).verdict()).isEqualTo(Verdict.FAIL);
    assertThat(judge("DNS-10", facts).detail())
        .startsWith("llm.coderdemo.io has no record of its own: *.coderdemo.io answers for it");
    Facts partly =
        Facts.of(
            Origin.PLAN, facts.everything(), List.of(new Gap(DnsRecord.class, "one root of two")));
    assertThat(judge("DNS-10", partly).verdict()).isEqualTo(Verdict.UNKNOWN);
  }

  @Test
  void aRecordOfAnotherTypeHidesTheWildcardAndAnswersNothing() {
    Facts facts = changed("us_east_2_litellm", AnswerPracticesTest::text);

    assertThat(judge("DNS-10", facts).verdict()).isEqualTo(Verdict.FAIL);
    assertThat(judge("DNS-10", facts).detail())
        .isEqualTo("llm.coderdemo.io has no address: llm.coderdemo.io has no A record");
  }

  @Test
  void aRecordThatLeadsToCoder() {
    Facts facts =
        changed(
            "us_east_2_litellm",
            record ->
                with(
                    record,
                    record.routing(),
                    known(Optional.of("data.aws_lb.us_east_2_coder.dns_name")),
                    true,
                    Optional.empty()));

    assertThat(judge("DNS-10", facts).detail())
        .startsWith("llm.coderdemo.io leads to data.aws_lb.us_east_2_coder in us-east-2, where the")
        .contains("Coder servers answer for");
  }

  private static DnsRecord labelled(String name, Region label) {
    DnsRecord record = find(name);
    return with(
        record,
        known(new Routing.Latency(label)),
        record.alias(),
        true,
        record.healthCheck().asOptional().flatMap(check -> check));
  }

  private static DnsRecord with(
      DnsRecord record,
      Value<Routing> routing,
      Value<Optional<String>> alias,
      boolean evaluates,
      Optional<Ref> check) {
    return new DnsRecord(
        record.source(),
        record.ref(),
        record.zone(),
        record.name(),
        record.type(),
        routing,
        record.setIdentifier(),
        alias,
        known(evaluates),
        known(check),
        record.ttl(),
        record.values());
  }

  private static DnsRecord text(DnsRecord record) {
    return new DnsRecord(
        record.source(),
        record.ref(),
        record.zone(),
        record.name(),
        known("TXT"),
        record.routing(),
        record.setIdentifier(),
        known(Optional.empty()),
        known(false),
        known(Optional.empty()),
        record.ttl(),
        known(List.of("hello")));
  }

  private static Facts changed(String name, UnaryOperator<DnsRecord> change) {
    return without(name).and(List.of(change.apply(find(name))));
  }

  private static Facts without(String name) {
    return TOPOLOGY.facts().without(fact -> fact.ref().equals(ref(name)));
  }

  private static DnsRecord find(String name) {
    return TOPOLOGY.facts().find(DnsRecord.class, ref(name)).orElseThrow();
  }

  private static Ref ref(String name) {
    return new Ref("aws_route53_record." + name);
  }

  private static Judgement judge(String id, Facts facts) {
    return Catalogue.find(id).orElseThrow().judge(facts);
  }
}
