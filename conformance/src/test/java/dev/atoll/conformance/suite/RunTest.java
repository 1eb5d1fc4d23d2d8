package dev.atoll.conformance.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.aws.Cidr;
import dev.atoll.conformance.report.Evidence;
import dev.atoll.conformance.report.EvidenceLog;
import dev.atoll.conformance.report.Report;
import dev.atoll.facts.Fact;
import dev.atoll.facts.Facts;
import dev.atoll.facts.Origin;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Source;
import dev.atoll.facts.Value;
import dev.atoll.facts.network.NodeInterfaces;
import dev.atoll.facts.network.Vpc;
import dev.atoll.itest.backend.Backend;
import dev.atoll.practice.About;
import dev.atoll.practice.EvidenceKind;
import dev.atoll.practice.Inspection;
import dev.atoll.practice.Judgement;
import dev.atoll.practice.Practice;
import dev.atoll.practice.Promise;
import dev.atoll.stacks.coderdemo.CoderDemo;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a judgement becomes in the evidence of a run. */
class RunTest {

  private static final Source HERE = new Source(Origin.APPLIED, "here");
  private static final StandIn NODES = new StandIn("nodes", NodeInterfaces.class::isInstance);

  private final Vpc vpc =
      new Vpc(
          HERE,
          new Ref("vpc"),
          Value.unknown("of no matter"),
          Value.known(List.of(Cidr.parse("10.0.0.0/16"))));
  private final NodeInterfaces node =
      new NodeInterfaces(
          HERE,
          new Ref("node"),
          Value.known("c"),
          Value.known(vpc.ref()),
          Value.known(Set.of()),
          Value.known(Set.of()));

  @Test
  void evidenceRestsOnAStandInOnlyIfItsFactsDecide() {
    Facts facts = Facts.of(Origin.APPLIED, List.of(vpc, node));

    assertThat(
            evidence(new Counts<>(Vpc.class), facts, Reading.of("x").with(NODES)).get(0).standIn())
        .isEmpty();
    assertThat(
            evidence(new Counts<>(NodeInterfaces.class), facts, Reading.of("x").with(NODES))
                .get(0)
                .standIn())
        .contains("nodes");
  }

  @Test
  void whatDoesNotApplyIsToldByThePrimaryReadingAlone() {
    Facts none = Facts.of(Origin.APPLIED, List.of());
    Practice practice = new Counts<>(Vpc.class);

    assertThat(evidence(practice, none, Reading.of("primary"))).hasSize(1);
    assertThat(evidence(practice, none, Reading.beside("other"))).isEmpty();
  }

  @Test
  void aVerdictIsToldByEveryReading() {
    Facts facts = Facts.of(Origin.APPLIED, List.of(vpc));

    assertThat(evidence(new Counts<>(Vpc.class), facts, Reading.beside("other"))).hasSize(1);
  }

  @Test
  void factsSayNothingOfAPromise() {
    Practice promise = new Promise(Counts.ABOUT);

    assertThat(evidence(promise, Facts.of(Origin.APPLIED, List.of(vpc)), Reading.of("x")))
        .isEmpty();
  }

  @Test
  void theReportNamesTheReading() {
    Facts facts = Facts.of(Origin.APPLIED, List.of(vpc));

    assertThat(evidence(new Counts<>(Vpc.class), facts, Reading.of("read back")).get(0).detail())
        .startsWith("read back: looked at 1");
  }

  private static List<Evidence> evidence(Practice practice, Facts facts, Reading reading) {
    EvidenceLog log = new EvidenceLog(List.of(practice));
    Run run =
        new Run(
            new CoderDemo().topology(),
            List.of(practice),
            log,
            Path.of("unused"),
            Backend.PROCESS,
            line -> {});
    run.judge(practice, facts, reading);
    Report report = log.report("t", Instant.EPOCH, Duration.ZERO);
    return report.rows().get(0).evidence();
  }

  /** Passes if there is something of a kind. */
  private record Counts<F extends Fact>(Class<F> kind) implements Practice {

    static final About ABOUT = About.practice("T-1", "title").wants(EvidenceKind.APPLIED);

    @Override
    public About about() {
      return ABOUT;
    }

    @Override
    public Judgement judge(Facts facts) {
      Inspection inspection = new Inspection(ABOUT);
      facts.all(kind).stream().forEach(fact -> inspection.look("thing"));
      return inspection.judgement("nothing there");
    }
  }
}
