package dev.atoll.stacks.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.aws.Region;
import dev.atoll.stacks.Deployment;
import dev.atoll.stacks.coderdemo.CoderDemo;
import dev.atoll.stacks.helm.Chart;
import dev.atoll.stacks.helm.HelmRelease;
import dev.atoll.stacks.helm.ReleaseWay;
import dev.atoll.stacks.layout.Layout;
import dev.atoll.stacks.terraform.RemoteState;
import dev.atoll.stacks.terraform.Resource;
import dev.atoll.stacks.terraform.Root;
import dev.atoll.topology.ControllerAccount;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PlatformLayerTest {

  private static final List<String> PLATFORM =
      Stream.of(PlatformChart.values()).map(PlatformChart::release).toList();

  private static final String CONTROLLER = ".us_east_2_lb_controller";

  @Test
  void everyRegionHasEveryRelease() {
    assertThat(releases(single(ReleaseWay.PROVIDER), Region.US_WEST_2))
        .extracting(HelmRelease::release)
        .containsExactlyInAnyOrder(
            "karpenter",
            "ebs-controller",
            "lb-controller",
            "cert-manager",
            "metrics-server",
            "external-secrets");
  }

  @Test
  void everyChartIsPinnedToOneVersion() {
    for (PlatformChart chart : PlatformChart.values()) {
      assertThat(chart.chart().version()).as(chart.release()).matches("v?\\d+\\.\\d+\\.\\d+");
      assertThat(chart.chart().repository().orElseGet(() -> chart.chart().reference().toString()))
          .matches("(https|oci)://[^ ]+[^/]");
    }
    assertThat(PlatformChart.KARPENTER.chart()).isInstanceOf(Chart.Oci.class);
  }

  @Test
  void serviceAccountsAreThoseThatRolesTrust() {
    for (HelmRelease release : releases(single(ReleaseWay.PROVIDER), Region.US_EAST_2)) {
      for (ControllerAccount account : ControllerAccount.values()) {
        String values = release.arguments().attributes().get("values").toString();
        if (values.contains("aws_iam_role.us_east_2_" + account.identifier() + ".arn")) {
          assertThat(values).contains("\"name\":\"" + account.account() + "\"");
          assertThat(release.namespace()).isEqualTo(account.namespace());
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(ReleaseWay.class)
  void everyReleaseComesAfterTheControllerAndTheControllerAfterWhatItNeeds(ReleaseWay way) {
    Root root = single(way);
    for (HelmRelease release : releases(root, Region.US_EAST_2)) {
      if (release.address().endsWith(CONTROLLER)) {
        assertThat(release.dependsOn())
            .extracting(Resource::address)
            .contains(
                "aws_eks_node_group.us_east_2_system",
                "aws_eks_addon.us_east_2_coredns",
                "aws_iam_role_policy.us_east_2_load_balancer");
      } else {
        assertThat(release.dependsOn())
            .as(release.address())
            .extracting(Resource::address)
            .anyMatch(address -> address.endsWith(CONTROLLER));
      }
    }
  }

  @Test
  void byCommandAReleaseGoesBeforeWhatUninstallsItAndThatBeforeTheController() {
    Root root = single(ReleaseWay.COMMAND);

    assertThat(needs(root, "us_east_2_karpenter"))
        .contains("terraform_data.us_east_2_karpenter_uninstall", "terraform_data" + CONTROLLER);
    assertThat(needs(root, "us_east_2_karpenter_uninstall"))
        .contains("terraform_data" + CONTROLLER);
    assertThat(root.blocks().attributes().toString())
        .doesNotContain("helm_release", "hashicorp/helm");
    assertThat(root.attachments())
        .extracting(file -> file.path())
        .contains("atoll.charts/install.sh");
  }

  @ParameterizedTest
  @EnumSource(ReleaseWay.class)
  void aRootOfItsOwnReadsWhatItsProviderAndItsReleasesNeed(ReleaseWay way) {
    List<Root> parts = Deployment.of(new CoderDemo().topology(), Layout.LAYERED, way).parts();
    Root platform =
        parts.stream()
            .filter(root -> root.name().equals("coderdemo-platform-us-east-2"))
            .findFirst()
            .orElseThrow();

    assertThat(platform.remoteStates())
        .extracting(RemoteState::root)
        .contains("coderdemo-network-us-east-2", "coderdemo-cluster-us-east-2");
    assertThat(platform.blocks().attributes().toString())
        .doesNotContain("${aws_eks_cluster.", "(aws_eks_cluster.");
    Set<String> handedOver =
        parts.stream()
            .flatMap(root -> root.outputs().stream())
            .map(output -> output.name())
            .collect(Collectors.toSet());
    assertThat(handedOver).contains("aws_eks_cluster__us_east_2__name");
    assertThat(handedOver.contains("aws_eks_cluster__us_east_2__endpoint"))
        .as("only a provider talks to the API server")
        .isEqualTo(way == ReleaseWay.PROVIDER);
  }

  private static Root single(ReleaseWay way) {
    return Deployment.of(new CoderDemo().topology(), Layout.SINGLE, way).parts().get(0);
  }

  private static List<HelmRelease> releases(Root root, Region region) {
    return root.resources().stream()
        .filter(HelmRelease.class::isInstance)
        .map(HelmRelease.class::cast)
        .filter(release -> release.region().equals(region))
        .filter(release -> PLATFORM.contains(release.release()))
        .toList();
  }

  private static List<String> needs(Root root, String name) {
    Map<?, ?> resources = (Map<?, ?>) root.blocks().attributes().get("resource");
    Map<?, ?> body = (Map<?, ?>) ((Map<?, ?>) resources.get("terraform_data")).get(name);
    return ((List<?>) body.get("depends_on")).stream().map(Object::toString).toList();
  }
}
