package dev.atoll.itest.loadbalancer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.atoll.facts.Fact;
import dev.atoll.facts.Ref;
import dev.atoll.facts.loadbalancer.Listener;
import dev.atoll.facts.loadbalancer.LoadBalancer;
import dev.atoll.facts.loadbalancer.TargetGroup;
import dev.atoll.itest.aws.AwsClients;
import dev.atoll.itest.aws.LoadBalancerReader;
import dev.atoll.itest.kubernetes.ApiServer;
import dev.atoll.itest.localstack.LocalStackExtension;
import dev.atoll.itest.localstack.World;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ElasticLoadBalancingV2Exception;

/** Services in a real API server, load balancers on the emulator: the table, for real. */
@ExtendWith(LocalStackExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LoadBalancerControllerTest {

  private ApiServer cluster;
  private AwsClients aws;
  private Playground playground;
  private LoadBalancerController controller;

  @BeforeAll
  void start(World world) {
    cluster = ApiServer.start(line -> {});
    aws = AwsClients.of(world);
    playground = Playground.of(aws, cluster.client());
    controller = started();
  }

  @AfterAll
  void stop() {
    controller.close();
    aws.close();
    cluster.close();
  }

  private LoadBalancerController started() {
    return LoadBalancerController.start(
        cluster.client(), aws, Playground.REGION, Playground.CLUSTER);
  }

  static List<Case> cases() {
    return Case.all();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theStandInDoesWhatTheControllerDid(Case given) throws InterruptedException {
    Case each = given.with(playground.ids());
    String namespace = "case-" + cases().indexOf(given);
    playground.apply(namespace, each.annotations());
    String last = each.deployed().get(each.deployed().size() - 1);
    if (last.equals("never")) {
      Thread.sleep(2000);
      assertThat(playground.events(namespace)).isEmpty();
      assertThat(playground.get(namespace).getMetadata().getFinalizers()).isEmpty();
      assertThat(made(namespace)).isEmpty();
      assertThat(playground.hostname(namespace)).isEmpty();
      return;
    }
    String[] event = last.split(" ", 3);
    String message = playground.awaitEvent(namespace, event[1]).getMessage();
    if (event.length > 2) {
      assertThat(message).contains(event[2]);
    }
    List<String> things = each.deployed().subList(0, each.deployed().size() - 1);
    assertThat(shown(namespace))
        .containsExactlyElementsOf(things.stream().map(this::seen).toList());
    assertThat(playground.hostname(namespace).isPresent())
        .isEqualTo(event[1].equals("SuccessfullyReconciled"));
  }

  /** Neither is the threshold a part of the facts, nor are ALPN and a listener's attributes. */
  private String seen(String line) {
    return line.replaceFirst(", healthy after 3", "")
        .replaceFirst(" HTTP2Preferred| tcp\\.idle_timeout.*", "");
  }

  @Test
  void aServiceComesAndGoes() {
    Service service = playground.apply("life", documented());
    playground.awaitEvent("life", "SuccessfullyReconciled");

    LoadBalancer made = (LoadBalancer) made("life").get(0);
    assertThat(playground.hostname("life")).contains(made.dnsName());
    assertThat(made.tags())
        .containsEntry("elbv2.k8s.aws/cluster", "coder")
        .containsEntry("service.k8s.aws/stack", "life/coder")
        .containsEntry("service.k8s.aws/resource", "LoadBalancer");
    assertThat(playground.get("life").getMetadata().getFinalizers())
        .contains("service.k8s.aws/resources");
    assertThat(playground.rulesOfNodes())
        .filteredOn(rule -> rule.fromPort() == 8080 && rule.referencedGroupInfo() != null)
        .extracting(rule -> rule.referencedGroupInfo().groupId())
        .singleElement()
        .satisfies(group -> assertThat(made.groups()).contains(new Ref(group)));

    cluster.client().resource(service).delete();
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(playground.get("life")).isNull());
    assertThat(made("life")).isEmpty();
    assertThat(groupsOf("life/coder")).isEmpty();
  }

  @Test
  void aChangeIsFollowed() {
    Service service = playground.apply("change", documented());
    playground.awaitEvent("change", "SuccessfullyReconciled");
    String hostname = playground.hostname("change").orElseThrow();
    annotate(service, "healthcheck-protocol", "HTTP");
    annotate(service, "source-ranges", "192.0.2.0/24");

    await()
        .atMost(Duration.ofSeconds(30))
        // One target group takes the place of another while it is read.
        .ignoreExceptionsInstanceOf(ElasticLoadBalancingV2Exception.class)
        .untilAsserted(
            () -> {
              assertThat(shown("change")).anyMatch(line -> line.contains("health HTTP"));
              assertThat(groupsOf("change/coder"))
                  .allMatch(group -> rules(group).equals(List.of("443 192.0.2.0/24")));
            });
    assertThat(playground.hostname("change")).contains(hostname);
    assertThat(groupsOf("change/coder")).hasSize(1);
  }

  /** The red twin: with the controller off nothing comes of a Service. */
  @Test
  void switchedOffItMakesNothing() throws InterruptedException {
    controller.close();
    playground.apply("off", documented());
    Thread.sleep(3000);
    assertThat(made("off")).isEmpty();
    assertThat(playground.hostname("off")).isEmpty();

    controller = started();
    playground.awaitEvent("off", "SuccessfullyReconciled");
  }

  @Test
  void notInstalledItDoesNothing() throws InterruptedException {
    controller.close();
    controller =
        LoadBalancerController.start(
            cluster.client(),
            aws,
            Playground.REGION,
            Playground.CLUSTER,
            LoadBalancerController.installedIn(cluster.client()));
    playground.apply("uninstalled", documented());
    Thread.sleep(3000);
    assertThat(made("uninstalled")).isEmpty();
    controller.close();
    controller = started();
  }

  private Map<String, String> documented() {
    return cases().get(0).with(playground.ids()).annotations();
  }

  private void annotate(Service service, String suffix, String value) {
    cluster
        .client()
        .services()
        .inNamespace(service.getMetadata().getNamespace())
        .withName(service.getMetadata().getName())
        .edit(
            each ->
                new ServiceBuilder(each)
                    .editMetadata()
                    .addToAnnotations(Case.PREFIX + suffix, value)
                    .endMetadata()
                    .build());
  }

  private List<String> groupsOf(String service) {
    return aws.ec2(Playground.REGION).describeSecurityGroups().securityGroups().stream()
        .filter(
            group ->
                group.tags().stream()
                    .anyMatch(
                        tag ->
                            tag.key().equals("service.k8s.aws/stack")
                                && tag.value().equals(service)))
        .map(group -> group.groupId())
        .toList();
  }

  private List<String> rules(String group) {
    return aws
        .ec2(Playground.REGION)
        .describeSecurityGroups(request -> request.groupIds(group))
        .securityGroups()
        .stream()
        .flatMap(each -> each.ipPermissions().stream())
        .flatMap(
            rule -> rule.ipRanges().stream().map(range -> rule.fromPort() + " " + range.cidrIp()))
        .toList();
  }

  /** The load balancer of a namespace's Service, its listeners and its target groups. */
  private List<Fact> made(String namespace) {
    List<Fact> all = LoadBalancerReader.read(aws, List.of(Playground.REGION));
    List<Fact> found = new ArrayList<>();
    for (Fact fact : all) {
      if (fact instanceof LoadBalancer balancer && isOf(namespace, balancer.tags())) {
        found.add(balancer);
        all.stream()
            .filter(
                each ->
                    each instanceof Listener listener
                        && listener.loadBalancer().equals(balancer.ref()))
            .forEach(found::add);
      }
    }
    all.stream()
        .filter(each -> each instanceof TargetGroup group && isOf(namespace, group.tags()))
        .forEach(found::add);
    return found;
  }

  private static boolean isOf(String namespace, Map<String, String> tags) {
    return (namespace + "/coder").equals(tags.get("service.k8s.aws/stack"));
  }

  /** As the table writes it. */
  private List<String> shown(String namespace) {
    return made(namespace).stream()
        .map(
            fact ->
                fact instanceof LoadBalancer balancer
                    ? shown(balancer)
                    : fact instanceof Listener listener
                        ? shown(listener)
                        : shown(namespace, (TargetGroup) fact))
        .toList();
  }

  private static String shown(LoadBalancer balancer) {
    String allocations =
        balancer.zones().stream()
            .flatMap(zone -> zone.allocation().stream())
            .map(Ref::key)
            .collect(Collectors.joining(","));
    return "load-balancer %s zones=%d groups=%d%s%s"
        .formatted(
            balancer.scheme(),
            balancer.zones().size(),
            balancer.groups().size(),
            allocations.isEmpty() ? "" : " allocations=" + allocations,
            new TreeMap<>(balancer.attributes())
                .entrySet().stream()
                    .filter(entry -> entry.getValue().equals("true"))
                    .map(entry -> " " + entry.getKey() + "=true")
                    .collect(Collectors.joining()));
  }

  private static String shown(Listener listener) {
    return "listener %s %d%s"
        .formatted(
            listener.protocol(),
            listener.port(),
            listener.certificates().stream().map(each -> " " + each).collect(Collectors.joining()));
  }

  private String shown(String namespace, TargetGroup group) {
    int nodePort = playground.get(namespace).getSpec().getPorts().get(0).getNodePort();
    return "target-group %s %s %s health %s %s%s every %d s%s"
        .formatted(
            group.protocol(),
            group.port() == nodePort ? "NODE-PORT" : group.port(),
            group.targetType(),
            group.healthCheck().protocol(),
            group.healthCheck().port(),
            group.healthCheck().path().map(" "::concat).orElse(""),
            group.healthCheck().interval().toSeconds(),
            Optional.ofNullable(group.attributes().get("preserve_client_ip.enabled"))
                .map(", preserve_client_ip.enabled="::concat)
                .orElse(""));
  }
}
