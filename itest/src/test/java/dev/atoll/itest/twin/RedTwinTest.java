package dev.atoll.itest.twin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.aws.Region;
import dev.atoll.facts.Facts;
import dev.atoll.facts.Value;
import dev.atoll.facts.database.DatabaseCluster;
import dev.atoll.facts.kubernetes.KubernetesService;
import dev.atoll.facts.loadbalancer.Listener;
import dev.atoll.facts.loadbalancer.LoadBalancer;
import dev.atoll.facts.loadbalancer.TargetGroup;
import dev.atoll.facts.network.Ingress;
import dev.atoll.facts.network.VpcPeering;
import dev.atoll.facts.tls.Certificate;
import dev.atoll.itest.twin.database.PostgreSql;
import dev.atoll.traffic.Request;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** One fact is changed, and exactly what hangs on it changes. */
class RedTwinTest {

  private static final Region OHIO = Region.US_EAST_2;
  private static final Region OREGON = Region.US_WEST_2;
  private static final Request ACCESS = Request.get("https://example.com/healthz");

  private static PostgreSql postgres;

  @BeforeAll
  static void start() {
    postgres = PostgreSql.start();
  }

  @AfterAll
  static void stop() {
    postgres.close();
  }

  private static RunningTwin twin(Facts facts) {
    return RunningTwin.of(facts).database(postgres).secrets(SmallWorld.secrets()).start();
  }

  private static Map<Boolean, List<String>> changes(Facts facts) {
    List<String> asItIs;
    try (RunningTwin twin = twin(SmallWorld.facts())) {
      asItIs = Doings.of(twin);
    }
    try (RunningTwin twin = twin(facts)) {
      return Doings.of(twin).stream()
          .collect(Collectors.partitioningBy(each -> !asItIs.contains(each)));
    }
  }

  private static List<String> changed(Facts facts) {
    return changes(facts).get(true);
  }

  @Test
  void asItIsEverythingWorks() {
    try (RunningTwin twin = twin(SmallWorld.facts())) {
      assertThat(Doings.of(twin))
          .containsExactly(
              "coder from us-east-2: 200",
              "models from us-east-2: 200",
              "the audit log shows clients from us-east-2: true",
              "coder from us-west-2: 200",
              "models from us-west-2: 200",
              "the audit log shows clients from us-west-2: true",
              "mesh: true",
              "mesh back: true",
              "missing: []");
    }
  }

  @Test
  void aCertificateWithoutTheNameFailsInTls() {
    Facts facts =
        Changed.each(
            SmallWorld.facts(),
            Certificate.class,
            each ->
                each.region().is(OREGON::equals).isYes()
                    ? withNames(each, Set.of("*.example.com"))
                    : each);

    assertThat(changed(facts))
        .containsExactlyInAnyOrder(
            "coder from us-west-2: tls", "the audit log shows clients from us-west-2: false");
  }

  private static Certificate withNames(Certificate it, Set<String> names) {
    return new Certificate(
        it.source(),
        it.ref(),
        it.region(),
        Value.known(names),
        it.status(),
        it.validation(),
        it.validatedBy());
  }

  @Test
  void aPendingCertificateMeansNoListener() {
    Facts facts =
        Changed.each(
            SmallWorld.facts(),
            Certificate.class,
            it ->
                it.region().is(OREGON::equals).isYes()
                    ? new Certificate(
                        it.source(),
                        it.ref(),
                        it.region(),
                        it.names(),
                        Value.known(Certificate.Status.PENDING_VALIDATION),
                        it.validation(),
                        it.validatedBy())
                    : it);
    try (RunningTwin twin = twin(facts)) {
      assertThat(twin.missing())
          .anyMatch(
              each -> each.startsWith("Port 443 of") && each.contains("certificate is not issued"));
      assertThat(
              Doings.shown(twin.from(OREGON).send(Request.get("https://us-west-2.example.com/"))))
          .isIn("name", "connect");
      assertThat(Doings.shown(twin.from(OHIO).send(ACCESS))).isEqualTo("200");
    }
  }

  @Test
  void withoutPreservationCoderSeesTheLoadBalancer() {
    Facts facts =
        Changed.each(
            SmallWorld.facts(),
            TargetGroup.class,
            it ->
                new TargetGroup(
                    it.source(),
                    it.ref(),
                    it.protocol(),
                    it.port(),
                    it.targetType(),
                    it.healthCheck(),
                    Map.of("preserve_client_ip.enabled", "false"),
                    it.tags()));

    assertThat(changed(facts))
        .containsExactlyInAnyOrder(
            "the audit log shows clients from us-east-2: false",
            "the audit log shows clients from us-west-2: false");
  }

  @Test
  void withoutItsRuleTheMeshTimesOutOneWay() {
    Facts facts =
        SmallWorld.facts()
            .without(
                fact -> fact.ref().key().endsWith("us_west_2_nodes_coder_8080_from_us_east_2"));

    assertThat(changed(facts)).containsExactly("mesh: false");
  }

  @Test
  void rulesChangeWhileItRuns() {
    Facts facts = SmallWorld.facts();
    try (RunningTwin twin = twin(facts)) {
      twin.network(facts.without(VpcPeering.class::isInstance));
      assertThat(twin.probe(OHIO, OREGON)).isEmpty();
      assertThat(twin.probe(OREGON, OHIO)).isEmpty();
      twin.pass(Duration.ofMinutes(1));
      assertThat(twin.coderLog(OHIO)).anyMatch(line -> line.contains("Failed to dial peers"));
      twin.heal();
      assertThat(twin.probe(OHIO, OREGON)).isPresent();
    }
  }

  @Test
  void aListenerThatNoRuleAdmitsTimesOut() {
    Facts facts =
        SmallWorld.facts()
            .without(
                fact ->
                    fact instanceof Ingress
                        && fact.ref().key().equals("rule us_east_2_litellm from anywhere"));

    assertThat(changed(facts))
        .containsExactlyInAnyOrder(
            "models from us-east-2: connect", "models from us-west-2: connect");
  }

  @Test
  void targetsThatDoNotAdmitTheLoadBalancerAreNotReached() {
    Facts facts =
        SmallWorld.facts()
            .without(fact -> fact.ref().key().equals("rule us_east_2_litellm to nodes"));

    assertThat(changed(facts))
        .containsExactlyInAnyOrder(
            "models from us-east-2: answer", "models from us-west-2: answer");
  }

  @Test
  void anInternalLoadBalancerIsNotForClients() {
    Facts facts =
        Changed.each(
            SmallWorld.facts(),
            LoadBalancer.class,
            it ->
                it.ref().key().equals("balancer us_east_2_litellm")
                    ? new LoadBalancer(
                        it.source(),
                        it.ref(),
                        it.region(),
                        it.type(),
                        "internal",
                        it.dnsName(),
                        it.zones(),
                        it.groups(),
                        it.attributes(),
                        it.tags())
                    : it);

    assertThat(changed(facts))
        .containsExactlyInAnyOrder(
            "models from us-east-2: connect", "models from us-west-2: connect");
  }

  @Test
  void whatIsNotThereIsNotInvented() {
    Facts facts = SmallWorld.facts();
    assertMissing(facts.without(Listener.class::isInstance), "it has no listener");
    assertMissing(facts.without(TargetGroup.class::isInstance), "its target group was not read");
    assertMissing(
        facts.without(KubernetesService.class::isInstance), "names no Service that was read");
    assertMissing(facts.without(LoadBalancer.class::isInstance), "has no load balancer");
    assertMissing(facts.without(DatabaseCluster.class::isInstance), "No database cluster was read");
  }

  private static void assertMissing(Facts facts, String what) {
    try (RunningTwin twin = twin(facts)) {
      assertThat(twin.missing()).anyMatch(each -> each.contains(what));
      assertThat(twin.from(OHIO).send(ACCESS).response()).isEmpty();
    }
  }

  /** So a health check on such a name never succeeds. */
  @Test
  void aNameUnderTheWildcardOfAppsIsNotTheDashboards() {
    try (RunningTwin twin = twin(SmallWorld.facts())) {
      String one = "https://replica-us-east-2.example.com/healthz";
      String two = "https://replica.us-east-2.example.com/healthz";
      assertThat(Doings.shown(twin.from(OHIO).send(Request.get(one)))).isEqualTo("400");
      assertThat(Doings.shown(twin.from(OHIO).send(Request.get(two)))).isEqualTo("200");
    }
  }

  @Test
  void aTwinLeavesNothingBehind() throws Exception {
    twin(SmallWorld.facts()).close();
    Set<String> before = threads();
    for (int i = 0; i < 3; i++) {
      try (RunningTwin twin = twin(SmallWorld.facts())) {
        assertThat(Doings.shown(twin.from(OHIO).send(ACCESS))).isEqualTo("200");
      }
    }
    // Idle threads of pools end within a second or two.
    for (int i = 0; i < 50 && !before.containsAll(threads()); i++) {
      Thread.sleep(100);
    }
    assertThat(before).containsAll(threads());
  }

  private static Set<String> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(name -> name.contains("twin") || name.contains("coder-") || name.contains("qtp"))
        .collect(Collectors.toSet());
  }
}
