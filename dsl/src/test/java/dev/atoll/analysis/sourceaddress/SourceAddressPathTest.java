package dev.atoll.analysis.sourceaddress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.aws.Region;
import dev.atoll.facts.Origin;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Source;
import dev.atoll.facts.Truth.Answer;
import dev.atoll.facts.kubernetes.KubernetesService;
import dev.atoll.facts.kubernetes.ObjectName;
import dev.atoll.facts.loadbalancer.TargetGroup;
import dev.atoll.facts.loadbalancer.TargetGroup.HealthProbe;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of AWS and Kubernetes, read from a Service and from a target group alike. */
class SourceAddressPathTest {

  private static final Source HERE = new Source(Origin.CLUSTER, "here");

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "ip,       -,     -,       NO,   the load balancer",
        "ip,       true,  -,       YES,  -",
        "ip,       true,  Cluster, YES,  -",
        "ip,       false, Local,   NO,   the load balancer",
        "instance, -,     Local,   YES,  -",
        "instance, true,  Local,   YES,  -",
        "instance, -,     Cluster, NO,   the node",
        "instance, -,     -,       NO,   the node",
        "instance, false, Local,   NO,   the load balancer",
        "lambda,   -,     -,       OPEN, -"
      })
  void whoReplacesTheAddress(
      String targets, String preserve, String policy, Answer arrives, String replacing) {
    for (SourceAddressPath path :
        List.of(
            SourceAddressPath.asked(service(targets, preserve, policy)),
            SourceAddressPath.made(group(targets, preserve), Optional.ofNullable(policy)))) {
      assertThat(path.arrives().answer()).isEqualTo(arrives);
      assertThat(path.replacing())
          .extracting(Station::name)
          .containsExactlyElementsOf(Optional.ofNullable(replacing).stream().toList());
      assertThat(path.lines()).hasSize(targets.equals("instance") ? 2 : 1);
    }
  }

  private static KubernetesService service(String targets, String preserve, String policy) {
    String prefix = "service.beta.kubernetes.io/aws-load-balancer-";
    Map<String, String> annotations = new HashMap<>(Map.of(prefix + "nlb-target-type", targets));
    if (preserve != null) {
      annotations.put(
          prefix + "target-group-attributes", "a=b, preserve_client_ip.enabled=" + preserve);
    }
    return new KubernetesService(
        HERE,
        new Ref("service"),
        new ObjectName(Region.US_EAST_2, "coder", "coder"),
        "LoadBalancer",
        Optional.empty(),
        annotations,
        Map.of(),
        List.of(),
        Optional.ofNullable(policy),
        Optional.empty());
  }

  private static TargetGroup group(String targets, String preserve) {
    return new TargetGroup(
        HERE,
        new Ref("group"),
        "TCP",
        8080,
        targets,
        new HealthProbe("HTTP", Optional.of("/healthz"), "traffic-port", Duration.ofSeconds(10)),
        preserve == null ? Map.of() : Map.of("preserve_client_ip.enabled", preserve),
        Map.of());
  }
}
