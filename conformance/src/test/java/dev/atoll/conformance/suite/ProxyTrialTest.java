package dev.atoll.conformance.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.conformance.report.Evidence;
import dev.atoll.conformance.report.EvidenceLog;
import dev.atoll.conformance.report.Row;
import dev.atoll.itest.backend.Backend;
import dev.atoll.practice.Catalogue;
import dev.atoll.practice.EvidenceKind;
import dev.atoll.practice.Practice;
import dev.atoll.stacks.coderdemo.CoderDemo;
import dev.atoll.stacks.examples.OneRegion;
import dev.atoll.topology.Topology;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which runs try the arrival of a licence, and what is said where it could not be tried. */
class ProxyTrialTest {

  private static final Topology CODERDEMO = new CoderDemo().topology();

  @Test
  void itIsTriedForItsRowsOfATopologyWithAProxy() {
    assertThat(ProxyTrial.isPartOf(run(CODERDEMO, "PRX-4"))).isTrue();
    assertThat(ProxyTrial.isPartOf(run(CODERDEMO, "OPS-2", "AUR-1"))).isTrue();
    assertThat(ProxyTrial.isPartOf(run(CODERDEMO, "PRX-3", "AUR-1"))).isFalse();
    assertThat(ProxyTrial.isPartOf(run(new OneRegion().topology(), "PRX-4", "PRX-5"))).isFalse();
  }

  @Test
  void whatCouldNotBeTriedIsNotRunForEachOfItsRows() {
    Run run = run(CODERDEMO, "PRX-3", "PRX-4", "PRX-5", "OPS-2");
    ProxyTrial.notRun(run, "no emulator");

    assertThat(
            run.log().report("x", Instant.EPOCH, Duration.ZERO).rows().stream()
                .map(Row::evidence)
                .flatMap(List::stream)
                .map(Evidence::practice))
        .containsExactlyInAnyOrder("PRX-4", "PRX-5", "OPS-2");
  }

  @Test
  void theRunAfterwardsIsAboutTheLicensedTopology() {
    Run run = run(CODERDEMO, "PRX-4").licensed();

    assertThat(run.wanting(EvidenceKind.TRAFFIC)).hasSize(1);
    assertThat(run.deployment().proxies()).allMatch(proxy -> proxy.awaits().isEmpty());
  }

  private static Run run(Topology topology, String... ids) {
    List<Practice> practices = Stream.of(ids).map(id -> Catalogue.find(id).orElseThrow()).toList();
    return new Run(
        topology,
        practices,
        new EvidenceLog(practices),
        Path.of("unused"),
        Backend.PROCESS,
        line -> {});
  }
}
