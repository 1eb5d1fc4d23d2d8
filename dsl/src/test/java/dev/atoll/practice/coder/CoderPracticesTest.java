package dev.atoll.practice.coder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.aws.Region;
import dev.atoll.facts.Fact;
import dev.atoll.facts.Facts;
import dev.atoll.facts.Facts.Gap;
import dev.atoll.facts.Origin;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Source;
import dev.atoll.facts.Value;
import dev.atoll.facts.coder.CoderPackage;
import dev.atoll.facts.coder.CoderServer;
import dev.atoll.facts.coder.Licence;
import dev.atoll.practice.Judgement;
import dev.atoll.practice.Severity;
import dev.atoll.practice.Verdict;
import dev.atoll.practice.network.ReplicaPortsOfTheVersion;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** CDR-8 and CDR-9. */
class CoderPracticesTest {

  private static final Source HERE = new Source(Origin.PLAN, "here");

  @Test
  void replicasOfAllRegionsTogetherNeedALicence() {
    Judgement judgement = licence(server(Region.US_EAST_2, 1), server(Region.US_WEST_2, 1));

    assertThat(judgement.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(judgement.severity()).contains(Severity.ERROR);
    assertThat(judgement.detail()).contains("2 replicas", "No licence is declared");
  }

  @Test
  void oneReplicaNeedsNone() {
    assertThat(licence(server(Region.US_EAST_2, 1)).verdict()).isEqualTo(Verdict.PASS);
  }

  @Test
  void aDeclaredLicenceIsEnough() {
    assertThat(licence(server(Region.US_EAST_2, 3), said(Licence.State.DECLARED)).verdict())
        .isEqualTo(Verdict.PASS);
  }

  @Test
  void aPendingOneIsAWarningWithItsReason() {
    Judgement judgement = licence(server(Region.US_EAST_2, 3), said(Licence.State.PENDING));

    assertThat(judgement.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(judgement.severity()).contains(Severity.WARNING);
    assertThat(judgement.detail()).endsWith("it is ordered");
  }

  @Test
  void whatNoTerraformFileSaysTheTopologySays() {
    Facts topology = Facts.of(Origin.TOPOLOGY, List.of(said(Licence.State.DECLARED)));
    Facts plan = Facts.of(Origin.PLAN, List.of(server(Region.US_EAST_2, 2)));

    assertThat(new HighAvailabilityLicence().judge(plan).verdict()).isEqualTo(Verdict.FAIL);
    assertThat(new HighAvailabilityLicence().judge(plan.intending(topology)).verdict())
        .isEqualTo(Verdict.PASS);
  }

  @Test
  void anUnknownNumberOfReplicasIsUndecided() {
    Fact open =
        new CoderServer(
            HERE,
            new Ref("open"),
            Value.known(Region.US_EAST_2),
            Value.known("2.27.1"),
            Value.unknown("known after apply"));

    assertThat(licence(open).verdict()).isEqualTo(Verdict.UNKNOWN);
    assertThat(licence(open, server(Region.US_WEST_2, 1)).verdict()).isEqualTo(Verdict.FAIL);
  }

  @Test
  void serversOfWhichNobodyKnowsWhereTheyAreMayBeDeploymentsOfTheirOwn() {
    Judgement judgement = licence(somewhere("a", 1), somewhere("b", 1));
    assertThat(judgement.verdict()).isEqualTo(Verdict.UNKNOWN);
    assertThat(judgement.detail()).contains("whether these share one database", "no AWS");

    assertThat(licence(somewhere("a", 1)).verdict()).isEqualTo(Verdict.PASS);
    assertThat(licence(somewhere("a", 2), somewhere("b", 1)).detail()).contains("2 replicas");
    assertThat(licence(somewhere("a", 1), server(Region.US_EAST_2, 2)).detail())
        .contains("2 replicas share");
  }

  @Test
  void ofAVersionThatNobodyKnowsPortsAreAskedForWhereItsRegionIsKnown() {
    ReplicaPortsOfTheVersion ports = new ReplicaPortsOfTheVersion();
    Fact old = somewhere("a", 1);
    assertThat(ports.judge(Facts.of(Origin.PLAN, List.of(old))).verdict())
        .isEqualTo(Verdict.UNKNOWN);

    Fact here =
        new CoderServer(
            HERE,
            new Ref("a"),
            Value.known(Region.US_EAST_2),
            Value.known("v0.13.6"),
            Value.known(1));
    assertThat(ports.judge(Facts.of(Origin.PLAN, List.of(here))).verdict()).isEqualTo(Verdict.FAIL);
  }

  private static Fact somewhere(String name, int replicas) {
    return new CoderServer(
        HERE,
        new Ref(name),
        Value.unknown("no AWS"),
        Value.known("v0.13.6"),
        Value.known(replicas));
  }

  @Test
  void serversThatMayBeElsewhereLeaveItOpen() {
    Facts partly =
        Facts.of(
            Origin.PLAN,
            List.of(server(Region.US_EAST_2, 1)),
            List.of(new Gap(CoderServer.class, "one root of two")));

    assertThat(new HighAvailabilityLicence().judge(partly).verdict()).isEqualTo(Verdict.UNKNOWN);
  }

  @Test
  void withoutCoderNeitherApplies() {
    assertThat(licence().verdict()).isEqualTo(Verdict.NOT_APPLICABLE);
    assertThat(versions().verdict()).isEqualTo(Verdict.NOT_APPLICABLE);
  }

  @ParameterizedTest
  @CsvSource({
    "2.27.1,      v2.27.1,      PASS",
    "2.27.1,      2.27.1,       PASS",
    "2.28.0-rc.1, v2.28.0-rc.1, PASS",
    "2.27.1,      latest,       FAIL",
    "'',          v2.27.1,      FAIL",
    "2.27.1,      '',           FAIL",
    "2.27,        v2.27.1,      FAIL",
    "~> 2.27.1,   v2.27.1,      FAIL",
    ">=2.27.1,    v2.27.1,      FAIL",
  })
  void chartAndImageArePinned(String chart, String image, Verdict verdict) {
    assertThat(versions(installed(CoderPackage.Of.SERVER, chart, image)).verdict())
        .isEqualTo(verdict);
  }

  @Test
  void aProxyOfAnotherVersionIsFound() {
    Fact server = installed(CoderPackage.Of.SERVER, "2.27.1", "v2.27.1");

    assertThat(versions(server, installed(CoderPackage.Of.PROXY, "2.27.1", "v2.27.1")).verdict())
        .isEqualTo(Verdict.PASS);
    assertThat(versions(server, installed(CoderPackage.Of.PROXY, "2.27.2", "v2.27.2")).detail())
        .contains("different versions", "2.27.1", "2.27.2");
  }

  @Test
  void anotherVersionThanTheTopologysIsFoundAndAStrangersIsNot() {
    Facts plan =
        Facts.of(Origin.PLAN, List.of(installed(CoderPackage.Of.SERVER, "2.28.0", "v2.28.0")));
    Facts topology =
        Facts.of(Origin.TOPOLOGY, List.of(installed(CoderPackage.Of.SERVER, "2.27.1", "v2.27.1")));

    assertThat(new PinnedVersions().judge(plan).verdict()).isEqualTo(Verdict.PASS);
    assertThat(new PinnedVersions().judge(plan.intending(topology)).detail())
        .contains("v2.28.0", "the topology says v2.27.1");
  }

  @Test
  void aVersionThatIsNotKnownIsUndecided() {
    Fact open =
        new CoderPackage(
            HERE,
            new Ref("open"),
            CoderPackage.Of.SERVER,
            Value.known("2.27.1"),
            Value.unknown("a variable without a default"));

    assertThat(versions(open).verdict()).isEqualTo(Verdict.UNKNOWN);
  }

  private static Judgement licence(Fact... facts) {
    return new HighAvailabilityLicence().judge(Facts.of(Origin.PLAN, List.of(facts)));
  }

  private static Judgement versions(Fact... facts) {
    return new PinnedVersions().judge(Facts.of(Origin.PLAN, List.of(facts)));
  }

  private static CoderServer server(Region region, int replicas) {
    return new CoderServer(
        HERE,
        new Ref(region.name()),
        Value.known(region),
        Value.known("2.27.1"),
        Value.known(replicas));
  }

  private static Licence said(Licence.State state) {
    return new Licence(HERE, new Ref("licence"), state, Optional.of("it is ordered"));
  }

  private static CoderPackage installed(CoderPackage.Of of, String chart, String image) {
    return new CoderPackage(
        HERE, new Ref(of + chart + image), of, Value.known(chart), Value.known(image));
  }
}
