package dev.atoll.practice.loadbalancer;

import static dev.atoll.aws.Region.US_EAST_2;
import static dev.atoll.aws.Region.US_WEST_2;
import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.aws.PortRange;
import dev.atoll.aws.Protocol;
import dev.atoll.aws.Region;
import dev.atoll.facts.Fact;
import dev.atoll.facts.Facts;
import dev.atoll.facts.Origin;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Source;
import dev.atoll.facts.Value;
import dev.atoll.facts.kubernetes.Container;
import dev.atoll.facts.kubernetes.Container.Amounts;
import dev.atoll.facts.kubernetes.Container.Port;
import dev.atoll.facts.kubernetes.EnvironmentVariable;
import dev.atoll.facts.kubernetes.EnvironmentVariable.Literal;
import dev.atoll.facts.kubernetes.KubernetesService;
import dev.atoll.facts.kubernetes.ObjectName;
import dev.atoll.facts.kubernetes.Workload;
import dev.atoll.facts.loadbalancer.Listener;
import dev.atoll.facts.loadbalancer.LoadBalancer;
import dev.atoll.facts.loadbalancer.TargetGroup;
import dev.atoll.facts.network.Ingress;
import dev.atoll.facts.network.Peer;
import dev.atoll.facts.network.Vpc;
import dev.atoll.practice.Practice;
import dev.atoll.practice.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** LB-1, LB-2 and LB-3 over the load balancer that was made for Coder's Service. */
class MadeForCoderTest {

  private static final Source HERE = new Source(Origin.CLUSTER, "here");
  private static final String PREFIX = "service.beta.kubernetes.io/aws-load-balancer-";
  private static final String ARN = "arn:aws:acm:us-east-2:111122223333:certificate/a";
  private static final Ref BALANCER = new Ref("balancer");
  private static final Ref GROUP = new Ref("targets");
  private static final Ref OF_BALANCER = new Ref("sg-balancer");
  private static final List<Practice> JUDGES =
      List.of(
          new MadeByTheController(), new TlsEndsAtTheLoadBalancer(), new ClientAddressesArrive());

  @Test
  void asAskedItPasses() {
    assertThat(verdicts(base(), Verdict.PASS)).containsExactly("LB-1", "LB-2", "LB-3");
  }

  static Stream<Arguments> broken() {
    return Stream.of(
        twin("an application load balancer", balancer("application", "internet-facing"), "LB-1"),
        twin("an internal one", balancer("network", "internal"), "LB-1"),
        twin("nothing that is ours", balancer("coder/other"), "LB-1"),
        twin("in another Region", balancer(US_WEST_2), "LB-1"),
        twin("plain TCP at 443", listener("TCP", 443, ARN), "LB-1"),
        twin("TLS elsewhere", listener("TLS", 8443, ARN), "LB-1"),
        twin("another certificate", listener("TLS", 443, ARN + "b"), "LB-1"),
        twin("TLS to Coder", group("TLS", "ip", "preserve_client_ip.enabled", "true"), "LB-2"),
        twin(
            "a header before requests",
            group(
                "TCP",
                "ip",
                "preserve_client_ip.enabled",
                "true",
                "proxy_protocol_v2.enabled",
                "true"),
            "LB-2"),
        twin("the balancer's addresses", group("TCP", "ip"), "LB-3"),
        twin("any node's addresses", group("TCP", "instance"), "LB-3"),
        twin("nobody lets it in", admitted(new Ref("sg-other"), 8080), "LB-3"),
        twin("another port is let in", admitted(OF_BALANCER, 443), "LB-3"),
        twin("no groups of its own", balancer(Set.of()), "LB-3"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("broken")
  void whatWasMadeOtherwiseFailsItsRow(String name, Fact instead, List<String> rows) {
    List<Fact> facts = base();
    facts.removeIf(instead.getClass()::isInstance);
    assertThat(facts).hasSize(base().size() - 1);
    facts.add(instead);

    assertThat(verdicts(facts, Verdict.FAIL)).as(name).containsExactlyElementsOf(rows);
  }

  @Test
  void noneAtAllInAnAccountThatWasRead() {
    List<Fact> facts = base();
    facts.removeIf(fact -> fact instanceof LoadBalancer);

    assertThat(verdicts(facts, Verdict.FAIL)).isEmpty();
    facts.add(new Vpc(HERE, new Ref("vpc"), Value.known(US_EAST_2), Value.known(List.of())));
    assertThat(verdicts(facts, Verdict.FAIL)).containsExactly("LB-1");
  }

  @Test
  void targetsThatWereNotReadStayOpen() {
    List<Fact> facts = base();
    facts.removeIf(TargetGroup.class::isInstance);

    assertThat(verdicts(facts, Verdict.UNKNOWN)).containsExactly("LB-3");
  }

  private static Arguments twin(String name, Fact instead, String... rows) {
    return Arguments.of(name, instead, List.of(rows));
  }

  private static Set<String> verdicts(List<Fact> facts, Verdict verdict) {
    Set<String> rows = new TreeSet<>();
    for (Practice practice : JUDGES) {
      if (practice.judge(Facts.of(Origin.CLUSTER, facts)).verdict() == verdict) {
        rows.add(practice.about().id());
      }
    }
    return rows;
  }

  private static List<Fact> base() {
    return new ArrayList<>(
        List.of(
            pod(),
            service(),
            balancer("network", "internet-facing"),
            listener("TLS", 443, ARN),
            group("TCP", "ip", "preserve_client_ip.enabled", "true"),
            admitted(OF_BALANCER, 8080)));
  }

  private static Workload pod() {
    Amounts nothing = new Amounts(Optional.empty(), Optional.empty());
    return new Workload(
        HERE,
        new Ref("pod"),
        Workload.Kind.DEPLOYMENT,
        coder(),
        1,
        1,
        Map.of("app", "coder"),
        "coder",
        List.of(
            new Container(
                "coder",
                "ghcr.io/coder/coder:v2.27.1",
                List.of("/opt/coder", "server"),
                List.of(new Port("http", 8080)),
                List.of(new EnvironmentVariable("CODER_HTTP_ADDRESS", new Literal("0.0.0.0:8080"))),
                nothing,
                nothing,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of())),
        List.of(),
        List.of(),
        Duration.ofSeconds(60));
  }

  private static KubernetesService service() {
    return new KubernetesService(
        HERE,
        new Ref("service"),
        coder(),
        "LoadBalancer",
        Optional.empty(),
        Map.of(
            PREFIX + "type", "external",
            PREFIX + "nlb-target-type", "ip",
            PREFIX + "scheme", "internet-facing",
            PREFIX + "ssl-cert", ARN,
            PREFIX + "ssl-ports", "443",
            PREFIX + "target-group-attributes", "preserve_client_ip.enabled=true"),
        Map.of("app", "coder"),
        List.of(new KubernetesService.Port("https", 443, "http")),
        Optional.empty(),
        Optional.empty());
  }

  private static LoadBalancer balancer(String type, String scheme) {
    return balancer(US_EAST_2, type, scheme, Set.of(OF_BALANCER), "coder/coder");
  }

  private static LoadBalancer balancer(String stack) {
    return balancer(US_EAST_2, "network", "internet-facing", Set.of(OF_BALANCER), stack);
  }

  private static LoadBalancer balancer(Region region) {
    return balancer(region, "network", "internet-facing", Set.of(OF_BALANCER), "coder/coder");
  }

  private static LoadBalancer balancer(Set<Ref> groups) {
    return balancer(US_EAST_2, "network", "internet-facing", groups, "coder/coder");
  }

  private static LoadBalancer balancer(
      Region region, String type, String scheme, Set<Ref> groups, String stack) {
    return new LoadBalancer(
        HERE,
        BALANCER,
        region,
        type,
        scheme,
        "lb.example.com",
        List.of(),
        groups,
        Map.of(),
        Map.of("service.k8s.aws/stack", stack));
  }

  private static Listener listener(String protocol, int port, String certificate) {
    return new Listener(
        HERE,
        new Ref("listener"),
        BALANCER,
        port,
        protocol,
        List.of(new Ref(certificate)),
        port == 443 ? Optional.of(GROUP) : Optional.empty());
  }

  private static TargetGroup group(String protocol, String type, String... attributes) {
    return new TargetGroup(
        HERE,
        GROUP,
        protocol,
        8080,
        type,
        new TargetGroup.HealthProbe(
            "HTTP", Optional.of("/healthz"), "traffic-port", Duration.ofSeconds(10)),
        attributes.length == 0
            ? Map.of()
            : attributes.length == 2
                ? Map.of(attributes[0], attributes[1])
                : Map.of(attributes[0], attributes[1], attributes[2], attributes[3]),
        Map.of());
  }

  private static Ingress admitted(Ref from, int port) {
    return new Ingress(
        HERE,
        new Ref("rule"),
        Value.known(new Ref("sg-nodes")),
        Value.known(Protocol.TCP),
        Value.known(PortRange.of(port)),
        Value.known(new Peer.Group(from)));
  }

  private static ObjectName coder() {
    return new ObjectName(US_EAST_2, "coder", "coder");
  }
}
