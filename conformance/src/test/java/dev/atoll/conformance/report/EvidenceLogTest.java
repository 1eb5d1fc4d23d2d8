package dev.atoll.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atoll.practice.About;
import dev.atoll.practice.Awaited;
import dev.atoll.practice.EvidenceKind;
import dev.atoll.practice.Practice;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EvidenceLogTest {

  /** Enough that unguarded threads would step on each other. */
  private static final int MANY = 200_000;

  private static final List<Practice> CATALOGUE =
      List.of(
          new Awaited(About.practice("NET-2", "two").wants(EvidenceKind.APPLIED)),
          new Awaited(About.practice("NET-1", "one").wants(EvidenceKind.MODEL)));

  @Test
  void keepsTheOrderOfTheCatalogueAndRowsWithoutEvidence() {
    EvidenceLog log = new EvidenceLog(CATALOGUE);
    log.add(Evidence.notRun("NET-1", EvidenceKind.MODEL, "x"));

    Report report = report(log);

    assertThat(report.rows()).extracting(row -> row.about().id()).containsExactly("NET-2", "NET-1");
    assertThat(report.row("NET-2").orElseThrow().outcome()).isEqualTo(Outcome.NOT_RUN);
  }

  @Test
  void losesNothingWhenManyThreadsAdd() {
    List<String> heard = new ArrayList<>();
    EvidenceLog log = new EvidenceLog(CATALOGUE, (about, evidence) -> heard.add(about.title()));

    IntStream.range(0, MANY)
        .parallel()
        .forEach(
            i -> {
              log.add(Evidence.notRun("NET-1", EvidenceKind.MODEL, "x" + i));
              log.notice("notice " + i % 7);
            });

    assertThat(report(log).row("NET-1").orElseThrow().evidence()).hasSize(MANY);
    assertThat(report(log).notices()).hasSize(7);
    assertThat(heard).hasSize(MANY).containsOnly("one");
  }

  @Test
  void refusesWhatTheCatalogueDoesNotKnow() {
    EvidenceLog log = new EvidenceLog(CATALOGUE);

    assertThatThrownBy(() -> log.add(Evidence.notRun("NET-9", EvidenceKind.MODEL, "x")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("NET-9");
    assertThatThrownBy(() -> new EvidenceLog(List.of(CATALOGUE.get(0), CATALOGUE.get(0))))
        .hasMessage("Two practices are called NET-2");
  }

  private static Report report(EvidenceLog log) {
    return log.report("t", Instant.EPOCH, Duration.ZERO);
  }
}
