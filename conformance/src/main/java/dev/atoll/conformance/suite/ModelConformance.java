package dev.atoll.conformance.suite;

import dev.atoll.analysis.timeline.DnsTimeline;
import dev.atoll.conformance.report.Evidence;
import dev.atoll.facts.dns.HealthCheck;
import dev.atoll.practice.EvidenceKind;
import dev.atoll.practice.Judgement;
import dev.atoll.practice.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.opentest4j.AssertionFailedError;

/** Evidence from the model, before anything is synthesized. */
@ExtendWith(RunParameter.class)
class ModelConformance {

  @TestFactory
  Stream<DynamicTest> model(Run run) {
    return Verdicts.over(run, run.topology().facts(), Reading.of("the topology"));
  }

  /** DNS-9: the sum for this topology, and the health checks that it is made of. */
  @Test
  void timeOfADnsChange(Run run) {
    if (!run.isAbout("DNS-9")) {
      return;
    }
    long before = System.nanoTime();
    DnsTimeline timeline = run.topology().design().dns().timeline();
    boolean holds =
        run.topology().facts().all(HealthCheck.class).stream()
            .allMatch(
                check ->
                    check.interval().is(timeline.interval()::equals).isYes()
                        && check
                            .threshold()
                            .is(Integer.valueOf(timeline.threshold())::equals)
                            .isYes());
    run.log()
        .add(
            Evidence.of(
                "DNS-9",
                EvidenceKind.MODEL,
                new Judgement(holds ? Verdict.PASS : Verdict.FAIL, timeline.show(), List.of()),
                Duration.ofNanos(System.nanoTime() - before)));
    if (!holds) {
      throw new AssertionFailedError("a health check differs from what the sum is made of");
    }
  }
}
