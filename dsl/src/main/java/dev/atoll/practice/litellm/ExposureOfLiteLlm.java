package dev.atoll.practice.litellm;

import static dev.atoll.practice.Citation.bestPractices;
import static dev.atoll.practice.Citation.page;

import dev.atoll.analysis.networkpolicy.Passage;
import dev.atoll.facts.Facts;
import dev.atoll.facts.Truth;
import dev.atoll.facts.kubernetes.KubernetesService;
import dev.atoll.facts.kubernetes.NetworkPolicy;
import dev.atoll.facts.kubernetes.Workload;
import dev.atoll.facts.litellm.LiteLlmExposure;
import dev.atoll.facts.litellm.LiteLlmExposure.Way;
import dev.atoll.facts.litellm.LiteLlmServer;
import dev.atoll.facts.model.ServedName;
import dev.atoll.practice.About;
import dev.atoll.practice.EvidenceKind;
import dev.atoll.practice.Finding;
import dev.atoll.practice.Inspection;
import dev.atoll.practice.Judgement;
import dev.atoll.practice.Practice;
import dev.atoll.practice.Subject;
import java.util.List;

/** LLM-6. */
public final class ExposureOfLiteLlm implements Practice {

  private static final About ABOUT =
      About.practice(
              "LLM-6", "LiteLLM is on a subdomain or internal only; path-based routing is refused")
          .subject(Subject.LITELLM)
          .from(
              bestPractices("LiteLLM Integration Architecture, Option 2: Path-Based Routing"),
              bestPractices("LiteLLM Integration Architecture, Option 3: Internal Only"),
              page(
                  "Kubernetes, network policies",
                  "https://kubernetes.io/docs/concepts/services-networking/network-policies/"))
          .because(
              "Paths need an ALB, URL rewriting, and Coder's availability tied to LiteLLM's."
                  + " Internal only without a network policy is open to every pod in the cluster,"
                  + " whosever it is.")
          .fix(
              "Choose the subdomain, or internal only: a ClusterIP Service, no load balancer, and a"
                  + " policy that admits Coder's traffic alone.")
          .wants(EvidenceKind.MODEL, EvidenceKind.CLUSTER);

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Judgement judge(Facts facts) {
    Inspection inspection = new Inspection(ABOUT);
    for (LiteLlmExposure exposure : facts.all(LiteLlmExposure.class).facts()) {
      inspection
          .look("LiteLLM")
          .require(
              exposure.way().is(Way.PATH::equals).not(),
              "LiteLLM on the path %s of Coder's domain needs an ALB in front of both, a more"
                      .formatted(exposure.name().show())
                  + " complex configuration and rewritten URLs, and brings no benefit",
              exposure.source());
      if (exposure.way().is(Way.INTERNAL::equals).isYes()) {
        facts.all(ServedName.class).stream()
            .filter(name -> name.owner() == ServedName.Owner.LITELLM)
            .forEach(
                name ->
                    inspection.violation(
                        "LiteLLM is internal only, and %s leads to it from outside"
                            .formatted(name.name()),
                        exposure.source(),
                        name.source()));
      }
    }
    LiteLlmPod.all(facts).forEach(pod -> judge(inspection.look("workload"), facts, pod));
    facts.all(Workload.class).gap().ifPresent(inspection::undecided);
    return inspection.judgement("there is no LiteLLM");
  }

  private static void judge(Inspection inspection, Facts facts, LiteLlmPod pod) {
    List<KubernetesService> exposed =
        pod.services(facts).stream().filter(each -> !each.type().equals("ClusterIP")).toList();
    if (!isInternal(facts, pod, exposed)) {
      return;
    }
    for (KubernetesService service : exposed) {
      inspection.violation(
          "LiteLLM is internal only, and %s is a Service of type %s"
              .formatted(service.object(), service.type()),
          service.source());
    }
    facts.all(KubernetesService.class).gap().ifPresent(inspection::undecided);
    CallersOfLiteLlm callers = new CallersOfLiteLlm(pod, facts);
    for (Passage passage : callers.invited()) {
      inspection.look("way of Coder's traffic");
      require(inspection, passage, passage.works(), "%s does not reach %s");
    }
    boolean complete = facts.all(NetworkPolicy.class).gap().isEmpty();
    for (Passage passage : callers.uninvited()) {
      inspection.look("way of others");
      // With every policy read, what is open is open for some of its addresses.
      Truth works = passage.works().isOpen() && complete ? Truth.YES : passage.works();
      require(inspection, passage, works.not(), "%s is not Coder's traffic and reaches %s");
    }
  }

  /** As the topology says; a stranger's is internal when nothing leads to it from outside. */
  private static boolean isInternal(Facts facts, LiteLlmPod pod, List<KubernetesService> exposed) {
    return facts
        .intended()
        .map(intended -> intended.all(LiteLlmServer.class).facts())
        .map(
            servers ->
                servers.stream()
                    .filter(server -> server.region().equals(pod.region()))
                    .anyMatch(server -> server.way() == Way.INTERNAL))
        .orElseGet(exposed::isEmpty);
  }

  private static void require(
      Inspection inspection, Passage passage, Truth holds, String otherwise) {
    if (holds.isNo()) {
      String what = otherwise.formatted(passage.from().name(), passage.to().name());
      inspection.violation(
          new Finding(
              ABOUT,
              "%s on %s %d".formatted(what, passage.protocol(), passage.port()),
              passage.hops().stream().flatMap(hop -> hop.where().stream()).toList(),
              ABOUT.fix(),
              passage.lines()));
    }
    holds.open().forEach(inspection::undecided);
  }
}
