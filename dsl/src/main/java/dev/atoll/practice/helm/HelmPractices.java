package dev.atoll.practice.helm;

import static dev.atoll.practice.Citation.bestPractices;

import dev.atoll.practice.About;
import dev.atoll.practice.EvidenceKind;
import dev.atoll.practice.Practice;
import dev.atoll.practice.Promise;
import java.util.List;

/** The rows about Helm releases made by Terraform. */
public final class HelmPractices {

  private HelmPractices() {}

  /** The rows in the catalogue's order. */
  public static List<Practice> all() {
    return List.of(
        new UpgradeInstall(),
        new ReleaseSettings(),
        new ReleasesPresent(),
        new ProviderVersion(),
        new Promise(idempotent()),
        new Promise(upgradesInPlace()),
        new ControllerFirst());
  }

  static About idempotent() {
    return About.practice(
            "HELM-5", "Applying again changes nothing, and works even after the state is lost")
        .from(bestPractices("Helm Chart Management, Why This Matters 1"), HelmSources.RELEASE)
        .because(
            "A pipeline that fails on the second run gets run by hand, with options that nobody"
                + " writes down. A lost state is when this matters most.")
        .fix(
            "Set upgrade_install (HELM-1), and keep values free of what changes on every run, such"
                + " as timestamps and random strings.")
        .wants(EvidenceKind.CLUSTER);
  }

  static About upgradesInPlace() {
    return About.practice(
            "HELM-6", "Changing the pinned chart version upgrades the release in place")
        .from(bestPractices("Helm Chart Management, Why This Matters 2"), HelmSources.RELEASE)
        .because(
            "A release that is destroyed and made anew takes its Service with it: a new load"
                + " balancer, new addresses, and an outage until DNS follows.")
        .fix(
            "Change only version. Name and namespace force a replacement: leave them, or move the"
                + " release deliberately.")
        .wants(EvidenceKind.CLUSTER);
  }
}
