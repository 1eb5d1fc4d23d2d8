package dev.atoll.practice.helm;

import static dev.atoll.practice.Citation.page;

import dev.atoll.facts.Facts;
import dev.atoll.facts.Truth;
import dev.atoll.facts.configuration.MadeIn;
import dev.atoll.facts.helm.HelmRelease;
import dev.atoll.facts.kubernetes.KubernetesService;
import dev.atoll.facts.kubernetes.Workload;
import dev.atoll.practice.About;
import dev.atoll.practice.EvidenceKind;
import dev.atoll.practice.Inspection;
import dev.atoll.practice.Judgement;
import dev.atoll.practice.Practice;
import java.util.List;
import java.util.Optional;

/** HELM-7. What comes after the controller goes before it when everything is destroyed. */
public final class ControllerFirst implements Practice {

  private static final About ABOUT =
      About.practice(
              "HELM-7",
              "The load balancer controller is ready before any Service, and goes after all")
          .from(
              page(
                  "AWS Load Balancer Controller, Helm chart, webhooks",
                  "https://github.com/kubernetes-sigs/aws-load-balancer-controller/blob/main/helm/aws-load-balancer-controller/templates/webhook.yaml"),
              page(
                  "Terraform, depends_on",
                  "https://developer.hashicorp.com/terraform/language/meta-arguments/depends_on"))
          .because(
              "Its webhook fails closed: with the controller registered but not ready every Service"
                  + " is refused (\"no endpoints available\"). Destroyed first, it leaves load"
                  + " balancers, interfaces and addresses behind, and the VPC cannot be deleted.")
          .fix(
              "Let every release with a Service depend on the controller's, with wait true. Destroy"
                  + " then runs the other way round by itself.")
          .wants(EvidenceKind.PLAN, EvidenceKind.CLUSTER);

  /** The Deployment that the controller's own chart makes. */
  private static final String CONTROLLER = "aws-load-balancer-controller";

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Judgement judge(Facts facts) {
    Inspection inspection = new Inspection(ABOUT);
    List<HelmRelease> releases = facts.all(HelmRelease.class).facts();
    List<HelmRelease> controllers =
        releases.stream().filter(ControllerFirst::isController).toList();
    for (HelmRelease controller : controllers) {
      inspection
          .look("controller")
          .require(
              controller.settings().waits().is(Boolean.TRUE::equals),
              "%s is not waited for: what follows meets a webhook that does not answer"
                  .formatted(controller.ref()),
              controller.source());
    }
    for (HelmRelease release : releases) {
      if (!isController(release)) {
        judge(inspection, release, controllers, facts);
      }
    }
    if (!controllers.isEmpty()) {
      facts.all(HelmRelease.class).gap().ifPresent(inspection::undecided);
    }
    boolean live = EvidenceKind.of(facts.origin()).compareTo(EvidenceKind.APPLIED) >= 0;
    facts.all(KubernetesService.class).stream()
        .filter(service -> live && service.type().equals("LoadBalancer"))
        .forEach(service -> isServed(inspection, service, facts));
    return inspection.judgement("nothing here installs the AWS Load Balancer Controller");
  }

  private static void judge(
      Inspection inspection, HelmRelease release, List<HelmRelease> controllers, Facts facts) {
    List<HelmRelease> ofItsCluster =
        controllers.stream().filter(controller -> !isElsewhere(controller, release)).toList();
    if (ofItsCluster.isEmpty()) {
      return;
    }
    inspection.look("release");
    if (ofItsCluster.stream().anyMatch(controller -> release.after().contains(controller.ref()))) {
      return;
    }
    if (ofItsCluster.stream().allMatch(controller -> isApart(controller, release, facts))) {
      inspection.undecided(
          "roots of their own install %s and %s; nothing says in which order"
              .formatted(release.ref(), ofItsCluster.get(0).ref()));
      return;
    }
    Optional<UsualRelease> usual = UsualRelease.of(release);
    if (usual.isEmpty()) {
      inspection.undecided(
          "whether %s has a Service is known by rendering its chart; it does not come after %s"
              .formatted(release.ref(), ofItsCluster.get(0).ref()));
    } else if (usual.get().hasService()) {
      inspection.violation(
          "%s has a Service and does not come after %s"
              .formatted(release.ref(), ofItsCluster.get(0).ref()),
          release.source());
    }
  }

  private static boolean isApart(HelmRelease one, HelmRelease other, Facts facts) {
    Optional<String> root = facts.find(MadeIn.class, one.ref()).map(MadeIn::root);
    return root.isPresent()
        && !root.equals(facts.find(MadeIn.class, other.ref()).map(MadeIn::root));
  }

  /** In a cluster: a Service that asks for a load balancer has somebody ready to make it. */
  private static void isServed(Inspection inspection, KubernetesService service, Facts facts) {
    Truth unseen = facts.all(Workload.class).gap().map(Truth::open).orElse(Truth.NO);
    inspection
        .look("Service")
        .require(
            Truth.any(
                    facts.all(Workload.class).stream(),
                    workload -> Truth.of(isReadyFor(service, workload)))
                .or(unseen),
            "the Service %s asks for a load balancer, and no %s is ready there"
                .formatted(service.object(), CONTROLLER),
            service.source());
  }

  private static boolean isReadyFor(KubernetesService service, Workload workload) {
    return workload.object().name().equals(CONTROLLER)
        && workload.object().region().equals(service.object().region())
        && workload.ready() > 0;
  }

  private static boolean isController(HelmRelease release) {
    return UsualRelease.LOAD_BALANCER_CONTROLLER.is(release).isYes();
  }

  private static boolean isElsewhere(HelmRelease one, HelmRelease other) {
    Truth same = one.region().flatMap(here -> other.region().map(here::equals)).is(equal -> equal);
    return same.isNo();
  }
}
