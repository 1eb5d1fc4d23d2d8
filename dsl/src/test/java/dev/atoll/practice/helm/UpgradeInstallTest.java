package dev.atoll.practice.helm;

import static dev.atoll.aws.Region.US_EAST_2;
import static dev.atoll.aws.Region.US_WEST_2;
import static dev.atoll.practice.helm.SampleReleases.CONTROLLER;
import static dev.atoll.practice.helm.SampleReleases.assertFails;
import static dev.atoll.practice.helm.SampleReleases.cluster;
import static dev.atoll.practice.helm.SampleReleases.facts;
import static dev.atoll.practice.helm.SampleReleases.settings;
import static dev.atoll.practice.helm.SampleReleases.versioned;
import static dev.atoll.practice.helm.SampleReleases.with;
import static dev.atoll.practice.helm.SampleReleases.written;
import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.facts.Value;
import dev.atoll.facts.helm.HelmRelease;
import dev.atoll.facts.helm.HelmRelease.Settings;
import dev.atoll.practice.Verdict;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** HELM-1. */
class UpgradeInstallTest {

  @Test
  void aReleaseThatTakesNothingOverIsNamed() {
    HelmRelease without = with(CONTROLLER, settings(false, true, true, true, false));

    assertFails(
        new UpgradeInstall(), facts(List.of(without)), "helm_release.lb", "installed already");
  }

  @Test
  void aReleaseWithoutVersionMustNotAskAClusterThatItsRootMakes() {
    HelmRelease asking = versioned(CONTROLLER, Optional.empty());

    assertThat(new UpgradeInstall().judge(facts(List.of(asking))).verdict())
        .isEqualTo(Verdict.PASS);
    assertFails(
        new UpgradeInstall(),
        facts(List.of(asking, cluster(US_EAST_2, "here"))),
        "while Terraform plans");
    assertThat(
            new UpgradeInstall()
                .judge(facts(List.of(asking, cluster(US_WEST_2, "here"))))
                .verdict())
        .isEqualTo(Verdict.PASS);
    assertThat(
            new UpgradeInstall()
                .judge(facts(List.of(asking, cluster(US_EAST_2, "there (other/cdk.tf.json)"))))
                .verdict())
        .isEqualTo(Verdict.PASS);
  }

  @Test
  void anExpressionOfTheClusterIsTrueOnceThereIsOne() {
    HelmRelease derived =
        with(
            versioned(CONTROLLER, Optional.empty()),
            new Settings(
                Value.unknown("it is an expression"),
                Value.known(true),
                Value.known(true),
                Value.known(true),
                Value.known(false)));
    assertThat(new UpgradeInstall().judge(facts(List.of(derived))).verdict())
        .isEqualTo(Verdict.UNKNOWN);
    assertThat(
            new UpgradeInstall()
                .judge(facts(List.of(derived, written("aws_eks_cluster.a.status"))))
                .verdict())
        .isEqualTo(Verdict.PASS);
    assertThat(new UpgradeInstall().judge(facts(List.of(derived, written("var.adopt")))).verdict())
        .isEqualTo(Verdict.UNKNOWN);
  }
}
