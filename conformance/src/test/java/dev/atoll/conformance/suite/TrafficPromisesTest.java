package dev.atoll.conformance.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.aws.Region;
import dev.atoll.conformance.diagnose.ScriptedTwin;
import dev.atoll.conformance.read.TerraformJson;
import dev.atoll.conformance.report.EvidenceLog;
import dev.atoll.conformance.report.Report;
import dev.atoll.facts.Facts;
import dev.atoll.practice.Catalogue;
import dev.atoll.stacks.Deployment;
import dev.atoll.stacks.Synthesis;
import dev.atoll.stacks.coderdemo.CoderDemo;
import dev.atoll.topology.Topology;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The promises that need something that runs are kept by ours, and broken by one that lies. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TrafficPromisesTest {

  private final Topology topology = new CoderDemo().topology();
  private final Report report =
      new EvidenceLog(Catalogue.all()).report("coderdemo", Instant.EPOCH, Duration.ZERO);
  private Facts facts;

  @BeforeAll
  void read(@TempDir Path folder) {
    Deployment deployment = Deployment.withLocalState(topology);
    Synthesis.write(deployment, folder);
    Path file = Synthesis.cdkTfJson(folder.resolve(Synthesis.OUTPUT), deployment.parts().get(0));
    facts = TerraformJson.read(file).facts();
  }

  @Test
  void eachBreakIsNamedByExactlyItsSteps() {
    PromiseOutcome outcome = DiagnosisPromise.of(topology, new ScriptedTwin(facts));

    assertThat(outcome.broken()).isEmpty();
    assertThat(outcome.shown())
        .contains("nothing is broken: no step", "no Coder server runs: If Workspace Proxy");
  }

  @Test
  void aBreakThatDoesNotShowBreaksThePromise() {
    ScriptedTwin immortal =
        new ScriptedTwin(facts) {
          @Override
          public void stopCoder(Region region, Optional<Integer> replica) {}
        };

    assertThat(DiagnosisPromise.of(topology, immortal).broken())
        .singleElement()
        .asString()
        .contains("no Coder server runs, and this is not named");
    assertThat(StatusPromise.of(topology, immortal, report).broken())
        .containsExactly("no Coder server runs, and nothing more is called broken");
  }

  @Test
  void whatIsBrokenBeforehandBreaksThePromise() {
    ScriptedTwin ill =
        new ScriptedTwin(facts) {
          @Override
          public void heal() {
            super.heal();
            answer("/api/v2/buildinfo", 200, "{\"version\":\"v1.0.0\"}");
          }
        };
    ill.heal();

    assertThat(DiagnosisPromise.of(topology, ill).broken())
        .first()
        .asString()
        .contains("nothing is broken, and this is named: If Users Don't See Region Selector, 4");
  }

  @Test
  void theStatusFollowsWhatRuns() {
    PromiseOutcome outcome = StatusPromise.of(topology, new ScriptedTwin(facts), report);

    assertThat(outcome.broken()).isEmpty();
    assertThat(outcome.shown()).contains("0 work", "3 pending");
  }

  @Test
  void whatStaysBrokenBreaksThePromise() {
    ScriptedTwin scarred =
        new ScriptedTwin(facts) {
          private boolean stopped;

          @Override
          public void stopCoder(Region region, Optional<Integer> replica) {
            stopped = true;
            super.stopCoder(region, replica);
          }

          @Override
          public void heal() {
            super.heal();
            if (stopped) {
              answer("/derp/latency-check", 200, "<html>");
            }
          }
        };

    assertThat(StatusPromise.of(topology, scarred, report).broken())
        .singleElement()
        .asString()
        .startsWith("healed, and still called broken");
  }
}
