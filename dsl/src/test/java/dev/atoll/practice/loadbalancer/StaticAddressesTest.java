package dev.atoll.practice.loadbalancer;

import static dev.atoll.aws.Region.US_EAST_2;
import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.facts.Fact;
import dev.atoll.facts.Facts;
import dev.atoll.facts.Facts.Gap;
import dev.atoll.facts.Origin;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Source;
import dev.atoll.facts.kubernetes.KubernetesService;
import dev.atoll.facts.kubernetes.ObjectName;
import dev.atoll.facts.loadbalancer.Listener;
import dev.atoll.facts.loadbalancer.LoadBalancer;
import dev.atoll.facts.loadbalancer.TargetGroup;
import dev.atoll.practice.Judgement;
import dev.atoll.practice.Severity;
import dev.atoll.practice.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** LB-4, over load balancers and over Services. */
class StaticAddressesTest {

  private static final Source HERE = new Source(Origin.APPLIED, "here");
  private static final String PREFIX = "service.beta.kubernetes.io/aws-load-balancer-";

  @Test
  void oneAddressAZoneAndHealthz() {
    Judgement judgement =
        judge(balancer("internet-facing", 3, 3), listener(), group("HTTP", "/healthz"));

    assertThat(judgement.verdict()).isEqualTo(Verdict.PASS);
    assertThat(judgement.detail()).isEqualTo("looked at 1 load balancer, 1 target group");
  }

  @Test
  void fewerAddressesThanZones() {
    Judgement judgement =
        judge(balancer("internet-facing", 3, 2), listener(), group("HTTP", "/healthz"));

    assertThat(judgement.detail())
        .isEqualTo("the load balancer of coder/coder has 2 Elastic IP addresses in 3 zones");
    assertThat(judgement.severity()).contains(Severity.WARNING);
  }

  @Test
  void anInternalOneNeedsNone() {
    assertThat(judge(balancer("internal", 3, 0), listener(), group("HTTP", "/healthz")).verdict())
        .isEqualTo(Verdict.PASS);
  }

  @Test
  void healthThatIsAskedOtherwise() {
    assertThat(judge(balancer("internet-facing", 3, 3), listener(), group("TCP", "")).detail())
        .contains("is asked by TCP");
    assertThat(judge(balancer("internet-facing", 3, 3), listener(), group("HTTP", "/")).detail())
        .contains("is asked at /, not at /healthz");
  }

  @Test
  void theTargetGroupOfSomebodyElseIsPassedOver() {
    assertThat(judge(balancer("internet-facing", 3, 3), group("TCP", "")).verdict())
        .isEqualTo(Verdict.PASS);
  }

  @Test
  void aServiceThatAsksForIt() {
    assertThat(judge(service(Map.of())).verdict()).isEqualTo(Verdict.PASS);
    assertThat(judge(service(Map.of("eip-allocations", "a,b"))).detail())
        .contains("names 2 Elastic IP allocations and 3 subnets");
    assertThat(judge(service(Map.of("eip-allocations", ""))).detail())
        .contains("names no Elastic IP allocations");
    assertThat(judge(service(Map.of("subnets", ""))).detail()).contains("and 0 subnets");
    assertThat(judge(service(Map.of("scheme", "internal"))).detail())
        .contains("is not internet-facing");
    assertThat(judge(service(Map.of("healthcheck-protocol", "tcp"))).detail())
        .contains("is asked by TCP");
    assertThat(judge(service(Map.of("healthcheck-path", "/api/v2"))).detail())
        .contains("is asked at /api/v2");
  }

  @Test
  void nothingThere() {
    assertThat(judge().verdict()).isEqualTo(Verdict.NOT_APPLICABLE);
    assertThat(
            new StaticAddresses()
                .judge(
                    Facts.of(
                        Origin.APPLIED,
                        List.of(),
                        List.of(new Gap(LoadBalancer.class, "one Region was not read"))))
                .verdict())
        .isEqualTo(Verdict.UNKNOWN);
  }

  private static Judgement judge(Fact... facts) {
    return new StaticAddresses().judge(Facts.of(Origin.APPLIED, List.of(facts)));
  }

  private static LoadBalancer balancer(String scheme, int zones, int addresses) {
    return new LoadBalancer(
        HERE,
        new Ref("nlb"),
        US_EAST_2,
        "network",
        scheme,
        "nlb.elb.us-east-2.amazonaws.com",
        Stream.iterate(0, i -> i + 1)
            .limit(zones)
            .map(
                i ->
                    new LoadBalancer.Zone(
                        new Ref("subnet-" + i),
                        Optional.of(new Ref("eipalloc-" + i)).filter(any -> i < addresses)))
            .toList(),
        Set.of(),
        Map.of(),
        Map.of("service.k8s.aws/stack", "coder/coder"));
  }

  private static Listener listener() {
    return new Listener(
        HERE,
        new Ref("listener"),
        new Ref("nlb"),
        443,
        "TLS",
        List.of(new Ref("certificate")),
        Optional.of(new Ref("targets")));
  }

  private static TargetGroup group(String protocol, String path) {
    return new TargetGroup(
        HERE,
        new Ref("targets"),
        "TCP",
        8080,
        "ip",
        new TargetGroup.HealthProbe(
            protocol,
            Optional.of(path).filter(text -> !text.isEmpty()),
            "traffic-port",
            Duration.ofSeconds(10)),
        Map.of(),
        Map.of());
  }

  private static KubernetesService service(Map<String, String> changes) {
    Map<String, String> annotations =
        new TreeMap<>(
            Map.of(
                PREFIX + "scheme", "internet-facing",
                PREFIX + "eip-allocations", "a,b,c",
                PREFIX + "subnets", "x,y,z",
                PREFIX + "healthcheck-protocol", "HTTP",
                PREFIX + "healthcheck-path", "/healthz"));
    changes.forEach((key, value) -> annotations.put(PREFIX + key, value));
    return new KubernetesService(
        HERE,
        new Ref("service"),
        new ObjectName(US_EAST_2, "coder", "coder"),
        "LoadBalancer",
        Optional.empty(),
        annotations,
        Map.of(),
        List.of(new KubernetesService.Port("https", 443, "8080")),
        Optional.empty(),
        Optional.empty());
  }
}
