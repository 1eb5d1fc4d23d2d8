package dev.atoll.practice.loadbalancer;

import static dev.atoll.aws.Region.US_EAST_2;
import static dev.atoll.aws.Region.US_WEST_2;
import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.aws.Region;
import dev.atoll.facts.Fact;
import dev.atoll.facts.Facts;
import dev.atoll.facts.Origin;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Source;
import dev.atoll.facts.Value;
import dev.atoll.facts.aws.Quota;
import dev.atoll.facts.loadbalancer.ElasticIp;
import dev.atoll.facts.loadbalancer.StaticEntrance;
import dev.atoll.practice.Judgement;
import dev.atoll.practice.Severity;
import dev.atoll.practice.Verdict;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AddressesFitTheQuotaTest {

  private static final Source HERE = new Source(Origin.CONFIGURATION, "here");

  private static List<Fact> addresses(Region region, int count) {
    List<Fact> facts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      facts.add(new ElasticIp(HERE, new Ref("aws_eip." + region + i), Value.known(region)));
    }
    return facts;
  }

  private static Quota quota(Quota.Of of, int limit) {
    return new Quota(HERE, new Ref("quota"), of, limit);
  }

  private static StaticEntrance entrance(boolean crossZone, Value<Integer> targets) {
    return new StaticEntrance(HERE, new Ref("lb"), US_EAST_2, 3, crossZone, targets);
  }

  private static Facts facts(List<? extends Fact> facts) {
    return Facts.of(Origin.CONFIGURATION, facts);
  }

  private static Judgement judge(Facts facts) {
    return new AddressesFitTheQuota().judge(facts);
  }

  @Test
  void fiveFitAndSixDoNot() {
    assertThat(judge(facts(addresses(US_EAST_2, 5))).verdict()).isEqualTo(Verdict.PASS);
    assertThat(judge(facts(addresses(US_EAST_2, 6))).detail())
        .isEqualTo(
            "us-east-2 needs 6 Elastic IP addresses; the quota is 5 unless more was granted");
    assertThat(judge(facts(addresses(US_EAST_2, 6))).severity()).contains(Severity.WARNING);
  }

  @Test
  void regionsAreCountedApart() {
    Facts both = facts(addresses(US_EAST_2, 4)).and(addresses(US_WEST_2, 4));

    assertThat(judge(both).verdict()).isEqualTo(Verdict.PASS);
    assertThat(judge(both.and(addresses(US_WEST_2, 2))).findings()).hasSize(1);
  }

  @Test
  void aStatedQuotaCountsWhereverItIsStatedAndOnlyForAddresses() {
    Facts seven = facts(addresses(US_EAST_2, 7));
    List<Quota> raised = List.of(quota(Quota.Of.ELASTIC_IPS, 7));

    assertThat(judge(seven).verdict()).isEqualTo(Verdict.FAIL);
    assertThat(judge(seven.and(raised)).verdict()).isEqualTo(Verdict.PASS);
    assertThat(judge(seven.intending(facts(raised))).verdict()).isEqualTo(Verdict.PASS);
    assertThat(judge(facts(addresses(US_EAST_2, 8)).and(raised)).verdict()).isEqualTo(Verdict.FAIL);
    assertThat(judge(seven.and(List.of(quota(Quota.Of.PEERINGS_PER_VPC, 50)))).verdict())
        .isEqualTo(Verdict.FAIL);
  }

  @Test
  void anAddressSomewhereLeavesItOpen() {
    Fact somewhere = new ElasticIp(HERE, new Ref("aws_eip.x"), Value.unknown("no Region is named"));

    assertThat(judge(facts(List.of(somewhere))).verdict()).isEqualTo(Verdict.UNKNOWN);
  }

  @Test
  void aGapLeavesItOpenAndDoesNotHideTooMany() {
    List<Facts.Gap> gap = List.of(new Facts.Gap(ElasticIp.class, "a module was not read"));

    assertThat(judge(Facts.of(Origin.CONFIGURATION, addresses(US_EAST_2, 5), gap)).verdict())
        .isEqualTo(Verdict.UNKNOWN);
    assertThat(judge(Facts.of(Origin.CONFIGURATION, addresses(US_EAST_2, 6), gap)).verdict())
        .isEqualTo(Verdict.FAIL);
  }

  @Test
  void withoutAddressesThereIsNothingToJudge() {
    assertThat(judge(facts(List.of())).verdict()).isEqualTo(Verdict.NOT_APPLICABLE);
  }

  @Test
  void everyAddressHasATargetInItsZoneOrCrossZoneIsOn() {
    assertThat(judge(facts(List.of(entrance(true, Value.known(1))))).verdict())
        .isEqualTo(Verdict.PASS);
    assertThat(judge(facts(List.of(entrance(false, Value.known(3))))).verdict())
        .isEqualTo(Verdict.PASS);
    assertThat(judge(facts(List.of(entrance(false, Value.known(2))))).verdict())
        .isEqualTo(Verdict.FAIL);
    assertThat(judge(facts(List.of(entrance(false, Value.unknown("not said"))))).verdict())
        .isEqualTo(Verdict.UNKNOWN);
  }
}
