package dev.atoll.practice.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.aws.Region;
import dev.atoll.facts.Fact;
import dev.atoll.facts.Facts;
import dev.atoll.facts.Facts.Gap;
import dev.atoll.facts.Origin;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Source;
import dev.atoll.facts.Value;
import dev.atoll.facts.kubernetes.CarriedSecret;
import dev.atoll.facts.kubernetes.Container;
import dev.atoll.facts.kubernetes.Container.Amounts;
import dev.atoll.facts.kubernetes.EnvironmentVariable;
import dev.atoll.facts.kubernetes.EnvironmentVariable.From;
import dev.atoll.facts.kubernetes.EnvironmentVariable.Literal;
import dev.atoll.facts.kubernetes.EnvironmentVariable.SecretKey;
import dev.atoll.facts.kubernetes.KubernetesSecret;
import dev.atoll.facts.kubernetes.KubernetesService;
import dev.atoll.facts.kubernetes.ObjectName;
import dev.atoll.facts.kubernetes.Workload;
import dev.atoll.facts.loadbalancer.Listener;
import dev.atoll.facts.loadbalancer.LoadBalancer;
import dev.atoll.facts.secret.Secret;
import dev.atoll.facts.tls.Certificate;
import dev.atoll.facts.tls.Certificate.Status;
import dev.atoll.practice.Judgement;
import dev.atoll.practice.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** PRX-5 in a cluster: a proxy that is up, and the same with one thing of it missing. */
class RunningProxyTest {

  private static final Source HERE = new Source(Origin.CLUSTER, "here");
  private static final Ref BALANCER = new Ref("balancer");
  private static final Ref ARN = new Ref("arn:aws:acm:us-west-2:111122223333:certificate/a");
  private static final String TOKEN = "CODER_PROXY_SESSION_TOKEN";
  private static final SecretKey KEY = new SecretKey("coder-proxy-token", TOKEN);
  private static final String STORED = "demo/coder-proxy/token";

  @Test
  void aProxyThatIsUpPasses() {
    assertThat(judge(base()).verdict()).isEqualTo(Verdict.PASS);
  }

  @Test
  void withoutAProxyThereIsNothingToSay() {
    List<Fact> none = base();
    none.removeIf(Workload.class::isInstance);
    assertThat(judge(none).verdict()).isEqualTo(Verdict.NOT_APPLICABLE);
  }

  static Stream<Arguments> broken() {
    return Stream.of(
        Arguments.of("a token that is written down", pod(new Literal("a"), 1), "the token"),
        Arguments.of("another Secret", pod(new SecretKey("other", TOKEN), 1), "the token"),
        Arguments.of("no pod is ready", pod(KEY, 0), "0 of 1 pods"),
        Arguments.of("the Secret lacks the key", filled(Set.of("OTHER")), "the token"),
        Arguments.of("nothing carries the key", carried("OTHER"), "the token"),
        Arguments.of("Secrets Manager has another", stored("demo/other"), "the token"),
        Arguments.of("no load balancer is asked for", service("ClusterIP", "coder-proxy"), "NLB"),
        Arguments.of("others are behind it", service("LoadBalancer", "coder"), "NLB"),
        Arguments.of("an ALB", balancer("application", "coder-proxy/coder-proxy"), "NLB"),
        Arguments.of("that of the servers", balancer("network", "coder/coder"), "NLB"),
        Arguments.of("plain TCP", listener("TCP", 443), "NLB"),
        Arguments.of("another port", listener("TLS", 8443), "NLB"),
        Arguments.of("not issued", certificate(Region.US_WEST_2, Status.DEAD), "NLB"),
        Arguments.of(
            "a certificate of another Region",
            certificate(Region.US_EAST_2, Status.ISSUED),
            "NLB"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("broken")
  void oneThingMissingFails(String name, Fact instead, String said) {
    List<Fact> facts = base();
    facts.removeIf(instead.getClass()::isInstance);
    assertThat(facts).hasSize(base().size() - 1);
    facts.add(instead);

    Judgement judgement = judge(facts);
    assertThat(judgement.verdict()).as(name).isEqualTo(Verdict.FAIL);
    assertThat(judgement.findings())
        .singleElement()
        .satisfies(finding -> assertThat(finding.what()).contains(said));
  }

  @Test
  void whatWasNotReadStaysOpen() {
    for (Class<? extends Fact> kind :
        List.of(
            KubernetesSecret.class,
            CarriedSecret.class,
            Secret.class,
            KubernetesService.class,
            LoadBalancer.class,
            Listener.class,
            Certificate.class)) {
      List<Fact> facts = base();
      facts.removeIf(kind::isInstance);
      Facts some = Facts.of(Origin.CLUSTER, facts, List.of(new Gap(kind, "not read")));
      assertThat(new OrderOfAProxy().judge(some).verdict())
          .as(kind.getSimpleName())
          .isEqualTo(Verdict.UNKNOWN);
    }
  }

  private static Judgement judge(List<Fact> facts) {
    return new OrderOfAProxy().judge(Facts.of(Origin.CLUSTER, facts));
  }

  private static List<Fact> base() {
    return new ArrayList<>(
        List.of(
            pod(KEY, 1),
            filled(Set.of(TOKEN)),
            carried(TOKEN),
            stored(STORED),
            service("LoadBalancer", "coder-proxy"),
            balancer("network", "coder-proxy/coder-proxy"),
            listener("TLS", 443),
            certificate(Region.US_WEST_2, Status.ISSUED)));
  }

  private static Workload pod(From token, int ready) {
    Amounts nothing = new Amounts(Optional.empty(), Optional.empty());
    return new Workload(
        HERE,
        new Ref("pod"),
        Workload.Kind.DEPLOYMENT,
        name("coder"),
        1,
        ready,
        Map.of("app", "coder-proxy"),
        "coder",
        List.of(
            new Container(
                "coder",
                "ghcr.io/coder/coder:v2.27.1",
                List.of("/opt/coder", "wsproxy", "server"),
                List.of(),
                List.of(new EnvironmentVariable(TOKEN, token)),
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

  private static KubernetesSecret filled(Set<String> keys) {
    return new KubernetesSecret(HERE, new Ref("filled"), name("coder-proxy-token"), Map.of(), keys);
  }

  private static CarriedSecret carried(String key) {
    return new CarriedSecret(
        HERE,
        new Ref("carried"),
        name("coder-proxy-token"),
        "coder-proxy-token",
        Optional.of(Region.US_WEST_2),
        Map.of(key, STORED),
        Value.known(Duration.ofHours(1)));
  }

  private static Secret stored(String name) {
    return new Secret(
        HERE,
        new Ref("stored"),
        Value.known(name),
        Value.known(Region.US_WEST_2),
        Value.known(Region.US_WEST_2));
  }

  private static KubernetesService service(String type, String selected) {
    return new KubernetesService(
        HERE,
        new Ref("service"),
        name("coder-proxy"),
        type,
        Optional.empty(),
        Map.of(),
        Map.of("app", selected),
        List.of(),
        Optional.empty(),
        Optional.empty());
  }

  private static LoadBalancer balancer(String type, String of) {
    return new LoadBalancer(
        HERE,
        BALANCER,
        Region.US_WEST_2,
        type,
        "internet-facing",
        "lb.example.com",
        List.of(),
        Set.of(),
        Map.of(),
        Map.of("service.k8s.aws/stack", of));
  }

  private static Listener listener(String protocol, int port) {
    return new Listener(
        HERE, new Ref("listener"), BALANCER, port, protocol, List.of(ARN), Optional.empty());
  }

  private static Certificate certificate(Region region, Status status) {
    return new Certificate(
        HERE,
        ARN,
        Value.known(region),
        Value.known(Set.of("us-west-2.example.com")),
        Value.known(status),
        Value.known(Certificate.Validation.DNS),
        Value.known(Set.of()));
  }

  private static ObjectName name(String name) {
    return new ObjectName(Region.US_WEST_2, "coder-proxy", name);
  }
}
