package dev.atoll.practice.helm;

import static dev.atoll.practice.Citation.bestPractices;

import dev.atoll.facts.Facts;
import dev.atoll.facts.helm.HelmRelease;
import dev.atoll.facts.helm.HelmRelease.Settings;
import dev.atoll.practice.About;
import dev.atoll.practice.EvidenceKind;
import dev.atoll.practice.Inspection;
import dev.atoll.practice.Judgement;
import dev.atoll.practice.Practice;
import dev.atoll.practice.Severity;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** HELM-2. */
public final class ReleaseSettings implements Practice {

  private static final About ABOUT =
      About.practice(
              "HELM-2", "Releases create their namespace, wait, install CRDs and pin their version")
          .severity(Severity.WARNING)
          .from(bestPractices("Helm Chart Management, Configuration"), HelmSources.RELEASE)
          .because(
              "Without wait an apply is green while the pods crash-loop. Without a version the next"
                  + " apply brings whatever chart is newest, at a time that nobody chose.")
          .fix(
              "create_namespace, wait and wait_for_jobs true, skip_crds false, and version an exact"
                  + " number.")
          .wants(EvidenceKind.PLAN);

  /** Namespaces that nobody has to make. */
  private static final Set<String> IN_EVERY_CLUSTER =
      Set.of("default", "kube-system", "kube-public", "kube-node-lease");

  /** One version and no range: 2.27.1, v1.21.1, 1.0.0-rc.1. */
  private static final Pattern EXACT = Pattern.compile("v?\\d+\\.\\d+\\.\\d+([-+][0-9A-Za-z.-]+)?");

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Judgement judge(Facts facts) {
    Inspection inspection = new Inspection(ABOUT);
    for (HelmRelease release : facts.all(HelmRelease.class).facts()) {
      Settings settings = release.settings();
      String name = release.ref().toString();
      inspection
          .look("release")
          .require(
              settings
                  .createNamespace()
                  .is(Boolean.TRUE::equals)
                  .or(release.namespace().is(IN_EVERY_CLUSTER::contains)),
              name + " does not create its namespace",
              release.source())
          .require(
              settings.waits().is(Boolean.TRUE::equals),
              name + " does not wait until what it installs is ready",
              release.source())
          .require(
              settings.waitsForJobs().is(Boolean.TRUE::equals),
              name + " does not wait for jobs",
              release.source())
          .require(
              settings.skipCrds().is(Boolean.FALSE::equals),
              name + " leaves out the chart's CRDs",
              release.source())
          .require(
              release.chartVersion().is(ReleaseSettings::isExact),
              "%s pins no version: %s"
                  .formatted(name, release.version().map(version -> version.orElse("none")).show()),
              release.source());
    }
    facts.all(HelmRelease.class).gap().ifPresent(inspection::undecided);
    return inspection.judgement("there is no helm_release");
  }

  private static boolean isExact(Optional<String> version) {
    return version.filter(text -> EXACT.matcher(text).matches()).isPresent();
  }
}
