package dev.atoll.practice.helm;

import static dev.atoll.practice.Citation.bestPractices;
import static dev.atoll.practice.Citation.page;

import dev.atoll.facts.Facts;
import dev.atoll.facts.Source;
import dev.atoll.facts.Truth;
import dev.atoll.facts.Value;
import dev.atoll.facts.cluster.EksCluster;
import dev.atoll.facts.configuration.Expression;
import dev.atoll.facts.helm.HelmRelease;
import dev.atoll.practice.About;
import dev.atoll.practice.EvidenceKind;
import dev.atoll.practice.Inspection;
import dev.atoll.practice.Judgement;
import dev.atoll.practice.Practice;
import java.util.Optional;

/** HELM-1. */
public final class UpgradeInstall implements Practice {

  private static final About ABOUT =
      About.practice(
              "HELM-1", "Every helm_release has upgrade_install, true once its cluster exists")
          .from(
              bestPractices("Helm Chart Management, Decision"),
              HelmSources.RELEASE,
              page(
                  "Terraform provider helm 3.1.1, ModifyPlan of helm_release",
                  "https://github.com/hashicorp/terraform-provider-helm/blob/v3.1.1/helm/resource_helm_release.go"))
          .corrects(
              "upgrade_install = true on every helm_release.",
              "With true and no version set, the provider asks the cluster for the installed"
                  + " release already at plan time. Where the same root makes the cluster, that"
                  + " first plan fails: Kubernetes cluster unreachable. With a version set it does"
                  + " not ask, and the plan passes without a cluster. The other way is an"
                  + " expression of the cluster, unknown until it exists and true ever after.")
          .because(
              "Without it a lost state or a half-failed apply ends in \"cannot re-use a name that"
                  + " is still in use\", and somebody uninstalls what runs, by hand, to get the"
                  + " pipeline green.")
          .fix(
              "Write true, and set version on every release, charts of your own too (HELM-2). Where"
                  + " a release has no version and its cluster is made in the same root, write an"
                  + " expression such as aws_eks_cluster.this.status == \"ACTIVE\".")
          .wants(EvidenceKind.PLAN);

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Judgement judge(Facts facts) {
    Inspection inspection = new Inspection(ABOUT);
    for (HelmRelease release : facts.all(HelmRelease.class).facts()) {
      inspection.look("release");
      Value<Boolean> set = release.settings().upgradeInstall();
      if (isOfTheCluster(facts, release)) {
        continue;
      }
      inspection.require(
          set.is(Boolean.TRUE::equals),
          "%s has no upgrade_install: it fails where a release of that name is installed already"
              .formatted(release.ref()),
          release.source());
      Truth asks = set.is(Boolean.TRUE::equals).and(release.version().is(Optional::isEmpty));
      if (asks.isYes() && isMadeBeside(facts, release)) {
        inspection.violation(
            "%s asks its cluster while Terraform plans, and the same root makes the cluster"
                .formatted(release.ref()),
            release.source());
      }
    }
    facts.all(HelmRelease.class).gap().ifPresent(inspection::undecided);
    return inspection.judgement("there is no helm_release");
  }

  /** An expression of the cluster is unknown until there is one, and true from then on. */
  private static boolean isOfTheCluster(Facts facts, HelmRelease release) {
    return facts.all(Expression.class).stream()
        .filter(written -> written.argument().endsWith("upgrade_install"))
        .filter(written -> written.ref().equals(release.ref()))
        .flatMap(written -> written.references().stream())
        .anyMatch(reference -> reference.startsWith("aws_eks_cluster."));
  }

  private static boolean isMadeBeside(Facts facts, HelmRelease release) {
    return facts.all(EksCluster.class).stream()
        .filter(cluster -> file(cluster.source()).equals(file(release.source())))
        .anyMatch(
            cluster ->
                release
                    .region()
                    .flatMap(region -> cluster.region().map(region::equals))
                    .is(same -> same)
                    .isYes());
  }

  /** A place in a configuration ends with its file, of which every root has its own. */
  private static String file(Source source) {
    String place = source.place();
    return place.endsWith(")") ? place.substring(place.lastIndexOf('(')) : "";
  }
}
