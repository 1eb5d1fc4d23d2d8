package dev.atoll.practice.database;

import static dev.atoll.aws.Region.US_EAST_2;
import static dev.atoll.aws.Region.US_WEST_2;
import static dev.atoll.facts.Value.known;
import static dev.atoll.facts.Value.unknown;
import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.aws.Region;
import dev.atoll.facts.Fact;
import dev.atoll.facts.Facts;
import dev.atoll.facts.Origin;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Source;
import dev.atoll.facts.Value;
import dev.atoll.facts.database.DatabaseCluster;
import dev.atoll.facts.database.DatabaseCluster.MasterPassword;
import dev.atoll.facts.database.RegionLoss;
import dev.atoll.facts.database.RegionLoss.Recovery;
import dev.atoll.practice.Judgement;
import dev.atoll.practice.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** AUR-7. */
class RegionLossIsSaidTest {

  private static final Source AT = new Source(Origin.TOPOLOGY, "Demo.java:7");
  private static final Fact DATABASE = database("coder", US_EAST_2, false);

  @ParameterizedTest
  @EnumSource
  void aChoiceIsToldWithItsTimeAndItsPrice(Recovery recovery) {
    Judgement judgement = judge(Origin.TOPOLOGY, DATABASE, loss(US_EAST_2, known(recovery)));

    assertThat(judgement.verdict()).isEqualTo(Verdict.PASS);
    assertThat(judgement.detail())
        .contains("choice for coder if us-east-2 is lost")
        .containsPattern("recovery: .{5,}; price: .{5,}\\)");
  }

  @Test
  void aDatabaseForWhichNothingWasDecided() {
    Judgement judgement = judge(Origin.TOPOLOGY, DATABASE);

    assertThat(judgement.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(judgement.detail()).contains("nothing says what happens to coder when us-east-2");
  }

  @Test
  void aSecondDatabaseForWhichNothingWasDecided() {
    Judgement judgement =
        judge(
            Origin.TOPOLOGY,
            DATABASE,
            loss(US_EAST_2, known(Recovery.NONE)),
            database("litellm", US_WEST_2, false));

    assertThat(judgement.findings())
        .singleElement()
        .satisfies(finding -> assertThat(finding.what()).contains("litellm"));
  }

  @Test
  void aDecisionAboutAnotherRegion() {
    Judgement judgement = judge(Origin.TOPOLOGY, DATABASE, loss(US_WEST_2, known(Recovery.NONE)));

    assertThat(judgement.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(judgement.detail()).contains("is about us-west-2; it is in us-east-2");
  }

  @Test
  void aCopyNeedsNoDecisionOfItsOwn() {
    assertThat(
            judge(
                    Origin.TOPOLOGY,
                    DATABASE,
                    loss(US_EAST_2, known(Recovery.GLOBAL_DATABASE)),
                    database("copy", US_WEST_2, true))
                .verdict())
        .isEqualTo(Verdict.PASS);
  }

  @Test
  void aDecisionThatIsNotKnownIsOpen() {
    assertThat(judge(Origin.TOPOLOGY, DATABASE, loss(US_EAST_2, unknown("a variable"))).verdict())
        .isEqualTo(Verdict.UNKNOWN);
  }

  @Test
  void whatIsDeployedSaysNothingOfIt() {
    assertThat(judge(Origin.PLAN, DATABASE).verdict()).isEqualTo(Verdict.NOT_APPLICABLE);
    assertThat(judge(Origin.TOPOLOGY).verdict()).isEqualTo(Verdict.NOT_APPLICABLE);
  }

  private static Judgement judge(Origin origin, Fact... facts) {
    return new RegionLossIsSaid().judge(Facts.of(origin, List.of(facts)));
  }

  private static RegionLoss loss(Region region, Value<Recovery> recovery) {
    return new RegionLoss(AT, new Ref("loss"), known(region), known(new Ref("coder")), recovery);
  }

  private static DatabaseCluster database(String name, Region region, boolean secondary) {
    return new DatabaseCluster(
        AT,
        new Ref(name),
        known(region),
        known(name),
        known(name),
        known("aurora-postgresql"),
        known(Optional.empty()),
        known(true),
        known(true),
        known(7),
        known(MasterPassword.MANAGED_BY_RDS),
        known(true),
        known(Set.of()),
        known(5432),
        known(secondary));
  }
}
