package dev.atoll.itest.twin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.aws.PortRange;
import dev.atoll.aws.Region;
import dev.atoll.facts.Facts;
import dev.atoll.facts.loadbalancer.TargetGroup;
import dev.atoll.facts.network.Ingress;
import dev.atoll.facts.network.Peer;
import dev.atoll.facts.network.VpcPeering;
import dev.atoll.itest.twin.database.PostgreSql;
import dev.atoll.practice.Verdict;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** One fact of the small world is changed, and exactly the rows that hang on it fail. */
class TrafficRowsTest {

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
    TrafficRows rows = rows(RotatingWorld.facts(), false);

    rows.failExactly(Map.of());
    assertThat(rows.with(Verdict.UNKNOWN)).as("%s", rows).isEmpty();
    assertThat(rows.with(Verdict.NOT_APPLICABLE)).containsExactly("OPS-2", "PRX-4");
    assertThat(rows.judged().get("LLM-8").detail())
        .contains("0 s (us-east-2) to 300 s (us-west-2) after it was written, of 86400 s");
  }

  @Test
  void redirectsToTheAccessUrlGoRoundInCircles() {
    rows(Changed.telling(RotatingWorld.facts(), "CODER_REDIRECT_TO_ACCESS_URL", "true"), false)
        .failExactly(Map.of("CDR-1", "is redirected to https://example.com again and again"));
  }

  @Test
  void withoutItsRelayTheDashboardAnswers() {
    Facts otherRelays =
        Changed.telling(RotatingWorld.facts(), "CODER_DERP_CONFIG_PATH", "/etc/derp-map.json");

    rows(Changed.telling(otherRelays, "CODER_DERP_SERVER_ENABLE", "false"), false)
        .failExactly(Map.of("CDR-5", "DERP is off, and the dashboard answers"));
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

    rows(facts, false).failExactly(Map.of("NET-5", "missing: RULE_THERE (no ingress rule of"));
  }

  /** The other Region's servers do not even start: the database is on the other side. */
  @Test
  void withoutThePeeringNobodyServesTheOtherRegion() {
    rows(RotatingWorld.facts().without(VpcPeering.class::isInstance), false)
        .failExactly(
            Map.of(
                "NET-5", "missing: PEERING (there is no peering connection between",
                "LB-2", "us-west-2.example.com, asked from us-west-2: answer: Connection reset"));
  }

  /** Nobody cuts anything: whoever is called at night learns which Region it is. */
  @Test
  void aRegionThatIsSilentFromTheBeginningIsSaid() {
    rows(Changed.withoutServersIn(RotatingWorld.facts(), Region.US_WEST_2), false)
        .failExactly(
            Map.of(
                "LB-2", "us-west-2.example.com, asked from us-west-2: answer: Connection reset"));
  }

  @Test
  void thatNoServerAnswersIsSaid() {
    Facts none =
        Changed.withoutServersIn(
            Changed.withoutServersIn(RotatingWorld.facts(), Region.US_WEST_2), Region.US_EAST_2);

    rows(none, false)
        .failExactly(
            Map.of(
                "LB-2", "us-east-2.example.com, asked from us-east-2: answer: Connection reset"));
  }

  @Test
  void addressesThatAreNotKeptAreInNoAuditLog() {
    Facts facts =
        Changed.each(
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

    rows(facts, false)
        .failExactly(
            Map.of(
                "LB-3", "in us-east-2 asked Coder in us-east-2, which saw 127.",
                "SEC-7", "came to replica.us-east-2.example.com, and the audit log says 127."));
  }

  @Test
  void withoutItsRecordLiteLlmIsAnApp() {
    rows(without("llm.example.com"), false)
        .failExactly(Map.of("DNS-10", "leads to the Coder servers of [us-east-2]"));
  }

  @Test
  void withoutARecordTheAccessUrlIsNotAnswered() {
    rows(without("example.com"), false)
        .failExactly(Map.of("DNS-7", "example.com is answered NOERROR in us-east-2"));
  }

  @Test
  void aRotationThatDeletesFirstLosesRequests() {
    rows(RotatingWorld.facts(), true)
        .failExactly(
            Map.of(
                "LLM-5", "some were refused, such as: answered 401",
                "LLM-8", "the old key was dead before a workspace in us-east-2 read the new one"));
  }

  /** New keys are looked for every five minutes. */
  @Test
  void aKeyThatIsCarriedAfterTheOverlapComesTooLate() {
    rows(RotatingWorld.facts(Duration.ofMinutes(1)), false)
        .failExactly(
            Map.of(
                "LLM-5",
                "some were refused, such as: answered 401",
                "LLM-8",
                "a workspace in us-west-2 that runs reads the old key to the end of the overlap"
                    + " of 60 s"));
  }

  private static Facts without(String name) {
    return Changed.withoutRecordsOf(RotatingWorld.facts(), name);
  }

  private static TrafficRows rows(Facts facts, boolean deletesFirst) {
    return TrafficRows.of(facts, postgres, new KeyJob(SmallWorld.secrets(), deletesFirst));
  }
}
