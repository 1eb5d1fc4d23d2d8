package dev.atoll.itest.twin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.facts.Fact;
import dev.atoll.facts.Facts;
import dev.atoll.facts.Value;
import dev.atoll.facts.dns.DnsRecord;
import dev.atoll.itest.twin.database.PostgreSql;
import dev.atoll.practice.Verdict;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/**
 * The rows of a proxy's traffic: they pass with a licence, and one change fails exactly its own.
 */
class LicensedRowsTest {

  private static final List<String> ROWS = List.of("PRX-3", "PRX-4", "OPS-2");

  private static PostgreSql postgres;

  private final String database;

  @BeforeAll
  static void start() {
    postgres = PostgreSql.start();
  }

  @AfterAll
  static void stop() {
    postgres.close();
  }

  /** What a licence leaves in a database is not for the next test. */
  LicensedRowsTest(TestInfo test) {
    database = test.getTestMethod().orElseThrow().getName();
  }

  @Test
  void aProxyThatRegistersIsChosen() {
    try (RunningTwin twin = LicensedWorld.AS_IT_IS.start(postgres, database)) {
      assertThat(twin.missing()).isEmpty();
      TrafficRows rows = TrafficRows.of(twin, ROWS);

      assertThat(rows.with(Verdict.PASS)).as("%s", rows).containsExactly("OPS-2", "PRX-4");
      assertThat(rows.with(Verdict.NOT_APPLICABLE)).containsExactly("PRX-3");
      assertThat(rows.judged().get("OPS-2").detail())
          .contains("chose us-west-2.example.com", "by the proxy");
    }
  }

  @Test
  void aTokenThatCoderDidNotGiveRegistersNobody() {
    try (RunningTwin twin = LicensedWorld.AS_IT_IS.unknown().start(postgres, database)) {
      assertThat(twin.missing())
          .anyMatch(
              each ->
                  each.startsWith("proxy-0 in us-west-2 does not start")
                      && each.contains("Invalid external proxy token"));
      assertThat(failing(twin)).containsExactly("OPS-2", "PRX-4");
    }
  }

  @Test
  void withoutALicenceNothingRegisters() {
    try (RunningTwin twin =
        RunningTwin.of(LicensedWorld.AS_IT_IS.facts())
            .database(postgres)
            .secrets(LicensedWorld.secrets(database, "of:nobody"))
            .start()) {
      assertThat(twin.missing())
          .anyMatch(each -> each.contains("Workspace Proxy is a Premium feature"));
      assertThat(failing(twin)).containsExactly("OPS-2", "PRX-4");
    }
  }

  @Test
  void anotherNameInCodersListIsNotTheProxyThatIsWanted() {
    assertThat(failing(LicensedWorld.AS_IT_IS.entered("oregon"))).containsExactly("PRX-4");
  }

  @Test
  void aUrlThatIsNotTheTopologysIsNotInTheMenu() {
    assertThat(failing(LicensedWorld.AS_IT_IS.url("https://us-west-2.example.com:443")))
        .containsExactly("OPS-2");
  }

  @Test
  void aProxyWithoutARecordIsNeitherHealthyNorChosen() {
    Facts facts = LicensedWorld.AS_IT_IS.facts().without(LicensedRowsTest::isTheProxys);

    assertThat(failing(facts)).containsExactly("OPS-2", "PRX-4");
  }

  @Test
  void aNameThatStillLeadsToTheServersIsNotTheProxy() {
    Facts facts =
        Changed.each(
            LicensedWorld.AS_IT_IS.facts(),
            DnsRecord.class,
            record -> isTheProxys(record) ? leadingToServers(record) : record);

    assertThat(failing(facts)).containsExactly("OPS-2", "PRX-4");
  }

  private static boolean isTheProxys(Fact fact) {
    return fact instanceof DnsRecord record
        && record.name().is("us-west-2.example.com"::equals).isYes();
  }

  private static DnsRecord leadingToServers(DnsRecord it) {
    return new DnsRecord(
        it.source(),
        it.ref(),
        it.zone(),
        it.name(),
        it.type(),
        it.routing(),
        it.setIdentifier(),
        Value.known(Optional.of("data.aws_lb.us_west_2_coder.dns_name")),
        it.evaluatesTargetHealth(),
        it.healthCheck(),
        it.ttl(),
        it.values());
  }

  private List<String> failing(Facts facts) {
    try (RunningTwin twin = LicensedWorld.AS_IT_IS.start(postgres, database, facts)) {
      return failing(twin);
    }
  }

  private List<String> failing(LicensedWorld world) {
    try (RunningTwin twin = world.start(postgres, database)) {
      return failing(twin);
    }
  }

  private static List<String> failing(RunningTwin twin) {
    return TrafficRows.of(twin, ROWS).with(Verdict.FAIL);
  }
}
