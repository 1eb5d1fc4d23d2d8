package dev.atoll.itest.twin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.aws.PortRange;
import dev.atoll.facts.Facts;
import dev.atoll.facts.dns.DnsRecord;
import dev.atoll.facts.kubernetes.Container;
import dev.atoll.facts.kubernetes.EnvironmentVariable;
import dev.atoll.facts.kubernetes.EnvironmentVariable.Literal;
import dev.atoll.facts.kubernetes.Workload;
import dev.atoll.facts.loadbalancer.TargetGroup;
import dev.atoll.facts.network.Ingress;
import dev.atoll.facts.network.Peer;
import dev.atoll.facts.network.VpcPeering;
import dev.atoll.itest.twin.database.PostgreSql;
import dev.atoll.practice.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One fact of the small world is changed, and exactly the rows that hang on it fail. */
class TrafficRowsTest {

  /** Rows whose trials are long; those that hang on a change are tried with it. */
  private static final List<String> LONG = List.of("LLM-5", "LLM-8", "AUR-7", "CDR-7");

  private static PostgreSql postgres;

  @BeforeAll
  static void start() {
    postgres = PostgreSql.start();
  }

  @AfterAll
  static void stop() {
    postgres.close();
  }

  @Test
  void theWorldAsItIs() {
    TrafficRows rows = rows(RotatingWorld.facts(), false, TrafficRows.ALL);

    assertThat(rows.with(Verdict.FAIL)).as("%s", rows).isEmpty();
    assertThat(rows.with(Verdict.UNKNOWN)).as("%s", rows).isEmpty();
    assertThat(rows.with(Verdict.NOT_APPLICABLE)).containsExactly("OPS-2", "PRX-4");
  }

  static Stream<Arguments> changes() {
    return Stream.of(
        Arguments.of("CODER_REDIRECT_TO_ACCESS_URL", "true", List.of("CDR-1")),
        Arguments.of("CODER_DERP_SERVER_ENABLE", "false", List.of("CDR-5")));
  }

  @ParameterizedTest
  @MethodSource("changes")
  void aSettingFailsItsRows(String variable, String value, List<String> rows) {
    assertThat(failing(variable(variable, value))).contains(rows.toArray(String[]::new));
  }

  @Test
  void withoutTheRuleForTheOtherRegionReplicasTimeOut() {
    Facts facts =
        RotatingWorld.facts()
            .without(
                fact ->
                    fact instanceof Ingress rule
                        && rule.ports().is(ports -> ports.contains(PortRange.of(8080))).isYes()
                        && rule.from().is(Peer.Addresses.class::isInstance).isYes());

    assertThat(failing(facts)).contains("NET-5");
  }

  @Test
  void withoutThePeeringReplicasTimeOut() {
    assertThat(failing(RotatingWorld.facts().without(VpcPeering.class::isInstance)))
        .contains("NET-5");
  }

  @Test
  void addressesThatAreNotKeptAreInNoAuditLog() {
    Facts facts =
        SmallWorld.changed(
            RotatingWorld.facts(),
            TargetGroup.class,
            group ->
                new TargetGroup(
                    group.source(),
                    group.ref(),
                    group.protocol(),
                    group.port(),
                    group.targetType(),
                    group.healthCheck(),
                    Map.of("preserve_client_ip.enabled", "false"),
                    group.tags()));

    assertThat(failing(facts)).containsExactly("LB-3", "SEC-7");
  }

  @Test
  void withoutItsRecordLiteLlmIsAnApp() {
    assertThat(failing(without("llm.example.com"))).containsExactly("DNS-10");
  }

  @Test
  void withoutARecordTheAccessUrlIsNotAnswered() {
    assertThat(failing(without("example.com"))).contains("DNS-7");
  }

  @Test
  void aRotationThatDeletesFirstLosesRequests() {
    TrafficRows rows = rows(RotatingWorld.facts(), true, List.of("LLM-5"));

    assertThat(rows.with(Verdict.FAIL)).as("%s", rows).containsExactly("LLM-5");
  }

  private static Facts without(String name) {
    return RotatingWorld.facts()
        .without(
            fact -> fact instanceof DnsRecord record && record.name().is(name::equals).isYes());
  }

  private static Facts variable(String name, String value) {
    return SmallWorld.changed(
        RotatingWorld.facts(), Workload.class, workload -> with(workload, name, value));
  }

  private static Workload with(Workload workload, String name, String value) {
    if (!workload.object().name().equals("coder")) {
      return workload;
    }
    Container old = workload.containers().get(0);
    List<EnvironmentVariable> environment = new ArrayList<>(old.environment());
    environment.removeIf(variable -> variable.name().equals(name));
    environment.add(new EnvironmentVariable(name, new Literal(value)));
    Container changed =
        new Container(
            old.name(),
            old.image(),
            old.command(),
            old.ports(),
            environment,
            old.requests(),
            old.limits(),
            old.readiness(),
            old.liveness(),
            old.preStop(),
            old.mounts());
    return new Workload(
        workload.source(),
        workload.ref(),
        workload.kind(),
        workload.object(),
        workload.replicas(),
        workload.ready(),
        workload.labels(),
        workload.serviceAccount(),
        List.of(changed),
        workload.volumes(),
        workload.spread(),
        workload.grace());
  }

  /** The rows that fail; the long ones are left out. */
  private static List<String> failing(Facts facts) {
    List<String> some = new ArrayList<>(TrafficRows.ALL);
    some.removeAll(LONG);
    return rows(facts, false, some).with(Verdict.FAIL);
  }

  private static TrafficRows rows(Facts facts, boolean deletesFirst, List<String> rows) {
    KeyJob job = new KeyJob(SmallWorld.secrets(), deletesFirst);
    return TrafficRows.of(facts, postgres, job, rows);
  }
}
