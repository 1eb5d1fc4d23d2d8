package dev.atoll.practice.litellm;

import static dev.atoll.practice.Citation.bestPractices;

import dev.atoll.facts.Facts;
import dev.atoll.facts.Source;
import dev.atoll.facts.Truth;
import dev.atoll.facts.kubernetes.Container.Amounts;
import dev.atoll.facts.kubernetes.Workload;
import dev.atoll.facts.litellm.LiteLlmServer;
import dev.atoll.practice.About;
import dev.atoll.practice.EvidenceKind;
import dev.atoll.practice.Inspection;
import dev.atoll.practice.Judgement;
import dev.atoll.practice.Practice;
import dev.atoll.practice.Subject;
import java.util.List;
import java.util.Optional;

/** LLM-2. */
public final class SizeOfLiteLlm implements Practice {

  private static final About ABOUT =
      About.expectation("LLM-2", "LiteLLM runs 4 replicas with 2 CPU and 4Gi each")
          .subject(Subject.LITELLM)
          .from(bestPractices("LiteLLM Integration Architecture, Current Implementation"))
          .because(
              "Fewer or smaller replicas queue model calls at peak. Without the requests the"
                  + " scheduler packs them on one node, and one lost node takes them all.")
          .fix(
              "Set replicas 4, and cpu 2 and memory 4Gi as requests and as limits, or change the"
                  + " topology, which owns these numbers.")
          .wants(EvidenceKind.CLUSTER);

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Judgement judge(Facts facts) {
    if (facts.all(Workload.class).none().isYes()) {
      return Judgement.notApplicable("no cluster was read");
    }
    Inspection inspection = new Inspection(ABOUT);
    facts.intended().stream()
        .flatMap(intended -> intended.all(LiteLlmServer.class).stream())
        .forEach(wanted -> judge(inspection, facts, wanted));
    return inspection.judgement("no topology says how large LiteLLM shall be");
  }

  private static void judge(Inspection inspection, Facts facts, LiteLlmServer wanted) {
    List<LiteLlmPod> pods = LiteLlmPod.in(wanted.region(), facts);
    Optional<String> gap = facts.all(Workload.class).gap();
    if (pods.isEmpty()) {
      inspection.require(
          gap.map(Truth::open).orElse(Truth.NO),
          "no LiteLLM runs in " + wanted.region(),
          wanted.source());
      return;
    }
    int replicas = pods.stream().mapToInt(pod -> pod.workload().replicas()).sum();
    inspection.require(
        Truth.of(replicas == wanted.replicas()),
        "%d replicas of LiteLLM in %s, and the topology says %d"
            .formatted(replicas, wanted.region(), wanted.replicas()),
        pods.get(0).workload().source());
    for (LiteLlmPod pod : pods) {
      Source at = pod.workload().source();
      inspection
          .look("workload")
          .require(
              Truth.of(pod.container().requests().equals(amounts(wanted))),
              "%s asks for %s, and the topology says %s"
                  .formatted(pod, text(pod.container().requests()), text(amounts(wanted))),
              at)
          .require(
              Truth.of(pod.container().limits().equals(amounts(wanted))),
              "%s is limited to %s, and the topology says %s"
                  .formatted(pod, text(pod.container().limits()), text(amounts(wanted))),
              at);
    }
  }

  private static Amounts amounts(LiteLlmServer wanted) {
    return new Amounts(Optional.of(wanted.cpuMillis()), Optional.of(wanted.memoryBytes()));
  }

  private static String text(Amounts amounts) {
    return "%s CPU and %s of memory"
        .formatted(
            amounts.cpuMillis().map(millis -> String.valueOf(millis / 1000.0)).orElse("any"),
            amounts.memoryBytes().map(bytes -> (bytes >> 20) + "Mi").orElse("any amount"));
  }
}
