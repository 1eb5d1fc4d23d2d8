package dev.atoll.practice.helm;

import static dev.atoll.aws.Region.US_EAST_2;
import static dev.atoll.aws.Region.US_WEST_2;
import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.aws.Region;
import dev.atoll.facts.Fact;
import dev.atoll.facts.Facts;
import dev.atoll.facts.Facts.Gap;
import dev.atoll.facts.Origin;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Source;
import dev.atoll.facts.kubernetes.KubernetesService;
import dev.atoll.facts.kubernetes.ObjectName;
import dev.atoll.facts.kubernetes.Workload;
import dev.atoll.practice.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** HELM-7 as a cluster shows it: whoever asks for a load balancer finds the controller ready. */
class ControllerInClusterTest {

  private static final Source HERE = new Source(Origin.CLUSTER, "here");

  @Test
  void aReadyControllerServes() {
    assertThat(judge(service("LoadBalancer"), controller(US_EAST_2, 1))).isEqualTo(Verdict.PASS);
  }

  @Test
  void oneThatIsNotReadyOrElsewhereOrMissingDoesNot() {
    assertThat(judge(service("LoadBalancer"), controller(US_EAST_2, 0))).isEqualTo(Verdict.FAIL);
    assertThat(judge(service("LoadBalancer"), controller(US_WEST_2, 1))).isEqualTo(Verdict.FAIL);
    assertThat(judge(service("LoadBalancer"))).isEqualTo(Verdict.FAIL);
  }

  @Test
  void aServiceWithinTheClusterNeedsNone() {
    assertThat(judge(service("ClusterIP"))).isEqualTo(Verdict.NOT_APPLICABLE);
  }

  @Test
  void withoutALookAtWorkloadsItStaysOpen() {
    Facts facts =
        Facts.of(
            Origin.CLUSTER,
            List.of(service("LoadBalancer")),
            List.of(new Gap(Workload.class, "they were not listed")));

    assertThat(new ControllerFirst().judge(facts).verdict()).isEqualTo(Verdict.UNKNOWN);
  }

  private static Verdict judge(Fact... facts) {
    return new ControllerFirst().judge(Facts.of(Origin.CLUSTER, List.of(facts))).verdict();
  }

  private static KubernetesService service(String type) {
    return new KubernetesService(
        HERE,
        new Ref("service"),
        new ObjectName(US_EAST_2, "coder", "coder"),
        type,
        Optional.empty(),
        Map.of(),
        Map.of(),
        List.of(),
        Optional.empty(),
        Optional.empty());
  }

  private static Workload controller(Region region, int ready) {
    return new Workload(
        HERE,
        new Ref("controller"),
        Workload.Kind.DEPLOYMENT,
        new ObjectName(region, "kube-system", "aws-load-balancer-controller"),
        1,
        ready,
        Map.of(),
        "aws-load-balancer-controller",
        List.of(),
        List.of(),
        List.of(),
        Duration.ofSeconds(30));
  }
}
