package dev.atoll.practice.loadbalancer;

import static dev.atoll.practice.Citation.page;

import dev.atoll.coder.CoderPod;
import dev.atoll.facts.Facts;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Source;
import dev.atoll.facts.Truth;
import dev.atoll.facts.helm.HelmRelease;
import dev.atoll.facts.kubernetes.Container;
import dev.atoll.facts.kubernetes.DisruptionBudget;
import dev.atoll.facts.kubernetes.KubernetesService;
import dev.atoll.facts.kubernetes.Namespace;
import dev.atoll.facts.kubernetes.ObjectName;
import dev.atoll.practice.About;
import dev.atoll.practice.EvidenceKind;
import dev.atoll.practice.Inspection;
import dev.atoll.practice.Judgement;
import dev.atoll.practice.Practice;
import dev.atoll.practice.Severity;
import dev.atoll.practice.Subject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** LB-8: each wait is longer than the one inside it. */
public final class RollingUpdateDropsNothing implements Practice {

  private static final About ABOUT =
      About.practice("LB-8", "A rolling update drops nothing")
          .subject(Subject.CODER)
          .severity(Severity.WARNING)
          .from(
              page(
                  "AWS Load Balancer Controller, pod readiness gate",
                  "https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/deploy/pod_readiness_gate/"),
              page(
                  "Kubernetes, termination of Pods",
                  "https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-termination"))
          .because(
              "Kubernetes calls a pod ready before the load balancer has found it healthy, and"
                  + " kills the old one while connections still arrive: each deployment is a minute"
                  + " of errors for some users.")
          .fix(
              "Label the namespace elbv2.k8s.aws/pod-readiness-gate-inject=enabled, create the"
                  + " Service before the pods, make the pre-stop sleep longer than deregistration,"
                  + " the grace period longer than that, and Helm's time-out longer still.")
          .wants(EvidenceKind.CLUSTER);

  private static final String GATE = "elbv2.k8s.aws/pod-readiness-gate-inject";
  private static final Pattern SLEEP = Pattern.compile("\\bsleep\\s+(\\d{1,5})\\b");

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Judgement judge(Facts facts) {
    Inspection inspection = new Inspection(ABOUT);
    boolean rendered = EvidenceKind.of(facts.origin()) != EvidenceKind.PLAN;
    for (CoderEntrance entrance : CoderEntrance.all(facts)) {
      if (!rendered) {
        inspection.undecided(
            "how the pods behind %s are replaced shows once their chart is rendered"
                .formatted(entrance));
        continue;
      }
      for (CoderPod pod : entrance.pods()) {
        inspection.look(pod.of().toString());
        gate(inspection, entrance, pod, facts);
        waits(inspection, entrance, pod);
        budget(inspection, pod, facts);
        releases(inspection, entrance, pod, facts);
      }
    }
    facts.all(KubernetesService.class).gap().ifPresent(inspection::undecided);
    return inspection.judgement("no Service of type LoadBalancer leads to Coder");
  }

  private static void gate(
      Inspection inspection, CoderEntrance entrance, CoderPod pod, Facts facts) {
    String name = entrance.service().object().namespace();
    Truth labelled =
        Truth.any(
            facts.all(Namespace.class).stream(),
            namespace ->
                Truth.of(
                    namespace.object().name().equals(name)
                        && namespace.object().region().equals(entrance.service().object().region())
                        && "enabled".equals(namespace.labels().get(GATE))));
    inspection.require(
        labelled.or(facts.all(Namespace.class).gap().map(Truth::open).orElse(Truth.NO)),
        "the namespace %s lacks the label %s=enabled: %s is ready before the load balancer knows it"
            .formatted(name, GATE, pod),
        entrance.service().source());
  }

  private static void waits(Inspection inspection, CoderEntrance entrance, CoderPod pod) {
    Source at = pod.workload().source();
    Duration leaves = entrance.asked().deregistrationDelay();
    Optional<Duration> stays = preStop(pod.container());
    if (stays.isEmpty()) {
      inspection.violation(
          "%s has no pre-stop sleep; deregistration takes %d s".formatted(pod, leaves.toSeconds()),
          at);
      return;
    }
    Duration grace = pod.workload().grace();
    inspection
        .require(
            Truth.of(stays.get().compareTo(leaves) > 0),
            "%s sleeps %d s before it ends; deregistration takes %d s"
                .formatted(pod, stays.get().toSeconds(), leaves.toSeconds()),
            at)
        .require(
            Truth.of(grace.compareTo(stays.get()) > 0),
            "%s is killed after %d s; its pre-stop sleep takes %d s"
                .formatted(pod, grace.toSeconds(), stays.get().toSeconds()),
            at);
  }

  private static Optional<Duration> preStop(Container container) {
    Matcher sleep = SLEEP.matcher(String.join(" ", container.preStop()));
    return sleep.find()
        ? Optional.of(Duration.ofSeconds(Long.parseLong(sleep.group(1))))
        : Optional.empty();
  }

  private static void budget(Inspection inspection, CoderPod pod, Facts facts) {
    Truth kept =
        Truth.any(
            facts.all(DisruptionBudget.class).stream(),
            budget ->
                Truth.of(
                    budget.object().besides(pod.workload().object())
                        && !budget.selector().isEmpty()
                        && pod.workload()
                            .labels()
                            .entrySet()
                            .containsAll(budget.selector().entrySet())));
    inspection.require(
        kept.or(facts.all(DisruptionBudget.class).gap().map(Truth::open).orElse(Truth.NO)),
        "no PodDisruptionBudget is about %s: a drain of nodes takes all of it at once"
            .formatted(pod),
        pod.workload().source());
  }

  /** Where the releases are known, too: Helm waits longer, and the Service comes first. */
  private static void releases(
      Inspection inspection, CoderEntrance entrance, CoderPod pod, Facts facts) {
    List<HelmRelease> here =
        facts.all(HelmRelease.class).stream()
            .filter(release -> isIn(release, entrance.service().object()))
            .toList();
    for (HelmRelease release : here) {
      if (release.chart().is("coder"::equals).isYes()) {
        inspection.require(
            release.timeout().is(timeout -> timeout.compareTo(pod.workload().grace()) > 0),
            "Helm waits %s for %s, whose pods may take %d s to end"
                .formatted(
                    release.timeout().show(), release.ref(), pod.workload().grace().toSeconds()),
            release.source());
        here.stream()
            .filter(other -> !other.equals(release))
            .filter(other -> other.chart().is(path -> path.endsWith("-entrance")).isYes())
            .forEach(other -> before(inspection, other.ref(), release));
      }
    }
  }

  private static boolean isIn(HelmRelease release, ObjectName service) {
    return release.namespace().is(service.namespace()::equals).isYes()
        && release.region().is(service.region()::equals).isYes();
  }

  private static void before(Inspection inspection, Ref entrance, HelmRelease release) {
    inspection.require(
        Truth.of(release.after().contains(entrance)),
        "%s does not wait for %s: pods that start first get no readiness gate"
            .formatted(release.ref(), entrance),
        release.source());
  }
}
