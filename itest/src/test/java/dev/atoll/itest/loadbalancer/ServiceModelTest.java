package dev.atoll.itest.loadbalancer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.itest.loadbalancer.NetworkLoadBalancer.Listener;
import dev.atoll.itest.loadbalancer.NetworkLoadBalancer.NodeRule;
import dev.atoll.itest.loadbalancer.NetworkLoadBalancer.TargetGroup;
import dev.atoll.itest.loadbalancer.Surroundings.Subnet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ServiceModelTest {

  private static final Surroundings AROUND =
      new Surroundings(
          "coder", "vpc-1", List.of(subnet("SUBNET-1"), subnet("SUBNET-2"), subnet("SUBNET-3")));

  static Stream<Case> cases() {
    return Case.all().stream();
  }

  @Test
  void theTableHasTheMeasuredCases() {
    assertThat(cases()).filteredOn(each -> each.source().equals("M")).hasSize(18);
    assertThat(cases()).allMatch(each -> !each.source().isBlank() && !each.expected().isEmpty());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theModelDoesWhatTheControllerDid(Case each) {
    assertThat(shown(ServiceModel.of(service(each.annotations()), AROUND)))
        .containsExactlyElementsOf(each.expected());
  }

  @Test
  void theNameSaysWhoseItIs() {
    NetworkLoadBalancer made = wanted(Map.of());

    assertThat(made.name()).matches("k8s-coder-coderent-[0-9a-f]{10}").hasSizeLessThanOrEqualTo(32);
    assertThat(made.tags())
        .containsEntry("elbv2.k8s.aws/cluster", "coder")
        .containsEntry("service.k8s.aws/stack", "coder/coder-entrance");
  }

  @Test
  void aClassIsEnough() {
    assertThat(ServiceModel.of(ofClass("service.k8s.aws/nlb"), AROUND))
        .isInstanceOf(Outcome.Wanted.class);
    assertThat(ServiceModel.of(ofClass("eks.amazonaws.com/nlb"), AROUND))
        .isInstanceOf(Outcome.Ignored.class);
  }

  @Test
  void clientsAreLimitedBySourceRanges() {
    assertThat(wanted(Map.of()).managedGroup())
        .hasValueSatisfying(group -> assertThat(group.sources()).containsExactly("0.0.0.0/0"));
    assertThat(wanted(Map.of("source-ranges", "192.0.2.0/24, 198.51.100.0/24")).managedGroup())
        .hasValueSatisfying(
            group ->
                assertThat(group.sources()).containsExactly("192.0.2.0/24", "198.51.100.0/24"));
  }

  @Test
  void nodesAdmitTheSharedGroupOrElseAddresses() {
    assertThat(wanted(Map.of()).nodeRules()).containsExactly(new NodeRule(8080, Optional.empty()));
    assertThat(wanted(Map.of("disable-nlb-sg", "true")).nodeRules())
        .containsExactlyInAnyOrder(
            new NodeRule(8080, Optional.of("10.0.1.0/24")),
            new NodeRule(8080, Optional.of("10.0.2.0/24")),
            new NodeRule(8080, Optional.of("10.0.3.0/24")));
    assertThat(wanted(Map.of("security-groups", "sg-1")).nodeRules()).isEmpty();
    assertThat(
            wanted(Map.of("security-groups", "sg-1", "manage-backend-security-group-rules", "true"))
                .nodeRules())
        .containsExactly(new NodeRule(8080, Optional.empty()));
    assertThat(wanted(Map.of("healthcheck-port", "9090")).nodeRules()).hasSize(2);
  }

  @Test
  void aPortThatHasANameOnly() {
    assertThat(named(8080).nodeRules()).containsExactly(new NodeRule(8080, Optional.empty()));
    assertThat(named(0).nodeRules()).isEmpty();
    assertThat(named(0).listeners().get(0).targets().port()).isEqualTo(1);
  }

  private static NetworkLoadBalancer named(int podPort) {
    ServiceObject numbered = service(documented());
    ServiceObject named =
        new ServiceObject(
            numbered.namespace(),
            numbered.name(),
            numbered.uid(),
            numbered.type(),
            numbered.loadBalancerClass(),
            numbered.annotations(),
            numbered.sourceRanges(),
            List.of(new ServiceObject.Port("https", 443, "http", podPort, 0, "TCP")),
            false);
    return ((Outcome.Wanted) ServiceModel.of(named, AROUND)).loadBalancer();
  }

  @Test
  void subnetsAreRefusedAsTheControllerRefusesThem() {
    assertThat(refused(Map.of("subnets", "SUBNET-1,SUBNET-9"))).contains("couldn't find all");
    assertThat(refused(Map.of("subnets", "SUBNET-1,SUBNET-1")))
        .startsWith("multiple subnets in same Availability Zone us-east-2-1");
    assertThat(refused(Map.of("healthcheck-protocol", "UDP"))).contains("unsupported health check");
    assertThat(refused(Map.of("healthcheck-interval", "often"))).contains("failed to parse int32");
    assertThat(refused(Map.of("attributes", "cross-zone"))).contains("failed to parse stringMap");
  }

  @Test
  void subnetsOfAnotherClusterAreLeftAlone() {
    Subnet foreign =
        new Subnet(
            "SUBNET-0",
            "us-east-2-1",
            "10.0.0.0/24",
            Map.of("kubernetes.io/role/elb", "1", "kubernetes.io/cluster/other", "owned"));
    List<Subnet> subnets = new ArrayList<>(AROUND.subnets());
    subnets.add(foreign);
    Surroundings shared = new Surroundings("coder", "vpc-1", subnets);

    assertThat(shown(ServiceModel.of(service(documented()), shared)).get(0)).contains("zones=3");
    assertThat(
            ServiceModel.of(
                service(documented()), new Surroundings("coder", "vpc-1", List.of(foreign))))
        .isInstanceOf(Outcome.Refused.class);
  }

  private static NetworkLoadBalancer wanted(Map<String, String> changes) {
    return ((Outcome.Wanted) outcome(changes)).loadBalancer();
  }

  private static String refused(Map<String, String> changes) {
    return ((Outcome.Refused) outcome(changes)).why();
  }

  private static Outcome outcome(Map<String, String> changes) {
    Map<String, String> annotations = new TreeMap<>(documented());
    changes.forEach((key, value) -> annotations.put(Case.PREFIX + key, value));
    return ServiceModel.of(service(annotations), AROUND);
  }

  private static Map<String, String> documented() {
    return Case.all().get(0).annotations();
  }

  private static ServiceObject ofClass(String name) {
    ServiceObject plain = service(Map.of(Case.PREFIX + "scheme", "internet-facing"));
    return new ServiceObject(
        plain.namespace(),
        plain.name(),
        plain.uid(),
        plain.type(),
        Optional.of(name),
        plain.annotations(),
        plain.sourceRanges(),
        plain.ports(),
        false);
  }

  private static ServiceObject service(Map<String, String> annotations) {
    return new ServiceObject(
        "coder",
        "coder-entrance",
        "0a1b",
        "LoadBalancer",
        Optional.empty(),
        annotations,
        List.of(),
        List.of(new ServiceObject.Port("https", 443, "8080", 8080, 31234, "TCP")),
        false);
  }

  private static Subnet subnet(String id) {
    String number = id.substring(id.length() - 1);
    return new Subnet(
        id,
        "us-east-2-" + number,
        "10.0.%s.0/24".formatted(number),
        Map.of("kubernetes.io/role/elb", "1", "kubernetes.io/cluster/coder", "shared"));
  }

  /** As the table writes it. */
  private static List<String> shown(Outcome outcome) {
    if (outcome instanceof Outcome.Ignored) {
      return List.of("never");
    }
    if (outcome instanceof Outcome.Refused refused) {
      return List.of("event FailedBuildModel " + refused.why());
    }
    NetworkLoadBalancer made = ((Outcome.Wanted) outcome).loadBalancer();
    List<String> lines = new ArrayList<>();
    int groups =
        made.securityGroups().size()
            + (made.managedGroup().isPresent() ? 1 : 0)
            + (made.backendGroup() ? 1 : 0);
    String allocations =
        made.zones().stream()
            .flatMap(zone -> zone.allocation().stream())
            .collect(Collectors.joining(","));
    lines.add(
        "load-balancer %s zones=%d groups=%d%s%s"
            .formatted(
                made.scheme(),
                made.zones().size(),
                groups,
                allocations.isEmpty() ? "" : " allocations=" + allocations,
                shown(" ", made.attributes())));
    for (Listener listener : made.listeners()) {
      lines.add(
          "listener %s %d%s%s%s"
              .formatted(
                  listener.protocol(),
                  listener.port(),
                  listener.certificates().stream().map(" "::concat).collect(Collectors.joining()),
                  listener.alpn().map(" "::concat).orElse(""),
                  shown(" ", listener.attributes())));
      lines.add(shown(listener.targets()));
    }
    lines.add("event SuccessfullyReconciled");
    return lines;
  }

  private static String shown(TargetGroup group) {
    return "target-group %s %s %s health %s %s%s every %d s, healthy after %d%s"
        .formatted(
            group.protocol(),
            group.port() == 31234 ? "NODE-PORT" : group.port(),
            group.type(),
            group.health().protocol(),
            group.health().port(),
            group.health().path().map(" "::concat).orElse(""),
            group.health().interval(),
            group.health().healthy(),
            shown(", ", group.attributes()));
  }

  private static String shown(String before, Map<String, String> attributes) {
    return new TreeMap<>(attributes)
        .entrySet().stream()
            .map(entry -> before + entry.getKey() + "=" + entry.getValue())
            .collect(Collectors.joining());
  }
}
