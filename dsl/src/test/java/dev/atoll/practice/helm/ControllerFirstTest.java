package dev.atoll.practice.helm;

import static dev.atoll.aws.Region.US_EAST_2;
import static dev.atoll.aws.Region.US_WEST_2;
import static dev.atoll.practice.helm.SampleReleases.CONTROLLER;
import static dev.atoll.practice.helm.SampleReleases.after;
import static dev.atoll.practice.helm.SampleReleases.assertFails;
import static dev.atoll.practice.helm.SampleReleases.facts;
import static dev.atoll.practice.helm.SampleReleases.release;
import static dev.atoll.practice.helm.SampleReleases.settings;
import static dev.atoll.practice.helm.SampleReleases.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.facts.helm.HelmRelease;
import dev.atoll.practice.Verdict;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** HELM-7, in the graph. */
class ControllerFirstTest {

  @Test
  void aServiceBeforeTheControllerIsNamed() {
    HelmRelease early = release("cert-manager", "cert-manager", US_EAST_2);

    assertFails(
        new ControllerFirst(),
        facts(List.of(CONTROLLER, early)),
        "helm_release.cert-manager has a Service and does not come after helm_release.lb");
  }

  @Test
  void theControllerOfAnotherRegionDoesNotCount() {
    HelmRelease other = release("lb-west", "aws-load-balancer-controller", US_WEST_2);
    HelmRelease wrong =
        after(release("karpenter", "oci://x/karpenter", US_EAST_2), Set.of(other.ref()));

    assertFails(new ControllerFirst(), facts(List.of(CONTROLLER, other, wrong)), "karpenter");
  }

  @Test
  void aControllerThatIsNotWaitedForIsNotReady() {
    HelmRelease hasty = with(CONTROLLER, settings(true, true, false, true, false));

    assertFails(new ControllerFirst(), facts(List.of(hasty)), "is not waited for");
  }

  @Test
  void whetherAnUnknownChartHasAServiceIsOpen() {
    HelmRelease own = release("own", "./atoll.charts/own", US_EAST_2);
    HelmRelease volumes = release("ebs", "aws-ebs-csi-driver", US_EAST_2);

    assertThat(new ControllerFirst().judge(facts(List.of(CONTROLLER, own))).verdict())
        .isEqualTo(Verdict.UNKNOWN);
    assertThat(
            new ControllerFirst()
                .judge(facts(List.of(CONTROLLER, after(own, Set.of(CONTROLLER.ref())))))
                .verdict())
        .isEqualTo(Verdict.PASS);
    assertThat(new ControllerFirst().judge(facts(List.of(CONTROLLER, volumes))).verdict())
        .isEqualTo(Verdict.PASS);
  }
}
