package dev.atoll.itest.twin.dns;

import static dev.atoll.facts.Value.known;
import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.analysis.dns.Route53;
import dev.atoll.analysis.timeline.DnsTimeline;
import dev.atoll.aws.Region;
import dev.atoll.facts.Facts;
import dev.atoll.facts.Origin;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Source;
import dev.atoll.facts.Value;
import dev.atoll.facts.dns.HealthCheck;
import dev.atoll.itest.twin.clock.TwinClock;
import dev.atoll.traffic.Resolution;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Health checks over real HTTPS, and how long it takes until clients follow. */
class FailoverTest {

  private static final Duration SECOND = Duration.ofSeconds(1);

  private final Facts facts = World.twoRegions();
  private final TwinClock clock = new TwinClock();
  private final HealthyServer ohio = new HealthyServer(World.balancer(facts, "ohio"));
  private final HealthyServer oregon = new HealthyServer(World.balancer(facts, "oregon"));
  private final Map<String, InetSocketAddress> hosts =
      Map.of(
          "replica.us-east-2.coderdemo.io", ohio.address(),
          "replica.us-west-2.coderdemo.io", oregon.address());
  private final HealthCheckers checkers =
      HealthCheckers.start(clock, facts.all(HealthCheck.class).facts(), probe(true));
  private final NameServer server =
      NameServer.start(
          World.ANY_PORT,
          Route53.of(facts),
          new ObservedHealth(balancer -> true, checkers),
          World.addresses(facts),
          World::region);

  private HttpsProbe probe(boolean namesHost) {
    return new HttpsProbe(
        HttpsProbe.plainly((host, port) -> Optional.ofNullable(hosts.get(host))), namesHost);
  }

  @AfterEach
  void close() {
    checkers.close();
    server.close();
    ohio.close();
    oregon.close();
  }

  @Test
  void aDeadRegionLosesItsUsersAfterIntervalTimesThresholdAndTheTtl() {
    DnsTimeline timeline = new DnsTimeline(Duration.ofSeconds(30), 3, DnsTimeline.ALIAS_TTL);
    CachingResolver patient = resolver();
    ohio.close();

    clock.advance(timeline.detection().minus(SECOND));
    assertThat(address(patient)).isEqualTo(World.balancer(facts, "ohio"));

    clock.advance(SECOND);
    assertThat(address(resolver())).as("a new question").isEqualTo(World.balancer(facts, "oregon"));
    assertThat(address(patient)).as("a kept answer").isEqualTo(World.balancer(facts, "ohio"));

    // It was asked one second before the detection, so it may keep the answer for 59 more.
    clock.advance(DnsTimeline.ALIAS_TTL.minus(SECOND).minus(SECOND));
    assertThat(address(patient)).isEqualTo(World.balancer(facts, "ohio"));
    clock.advance(SECOND);
    assertThat(address(patient)).isEqualTo(World.balancer(facts, "oregon"));
    assertThat(clock.elapsed()).isLessThanOrEqualTo(timeline.failover());
  }

  @Test
  void whenAllFailTheNearestAnswersAsIfItWereHealthy() {
    ohio.answer(503);
    oregon.answer(503);
    clock.advance(Duration.ofSeconds(90));

    assertThat(checkers.isHealthy(new Ref("check/ohio")).isNo()).isTrue();
    assertThat(checkers.isHealthy(new Ref("check/oregon")).isNo()).isTrue();
    assertThat(address(resolver())).isEqualTo(World.balancer(facts, "ohio"));
  }

  @Test
  void aRegionThatIsWellAgainComesBackAfterAsManySuccesses() {
    ohio.answer(500);
    clock.advance(Duration.ofSeconds(90));
    ohio.answer(200);
    clock.advance(Duration.ofSeconds(60));
    assertThat(address(resolver())).isEqualTo(World.balancer(facts, "oregon"));
    clock.advance(Duration.ofSeconds(30));
    assertThat(address(resolver())).isEqualTo(World.balancer(facts, "ohio"));
  }

  @Test
  void failuresHaveToComeInARow() {
    ohio.answer(500);
    clock.advance(Duration.ofSeconds(60));
    ohio.answer(200);
    clock.advance(Duration.ofSeconds(30));
    ohio.answer(500);
    clock.advance(Duration.ofSeconds(60));

    assertThat(checkers.isHealthy(new Ref("check/ohio")).isYes()).isTrue();
  }

  @Test
  void theTargetsHealthCountsWithoutACheck() {
    try (NameServer other =
        NameServer.start(
            World.ANY_PORT,
            Route53.of(facts),
            new ObservedHealth(balancer -> !balancer.startsWith("ohio"), checkers),
            World.addresses(facts),
            World::region)) {
      CachingResolver resolver =
          CachingResolver.at(World.client(Region.US_EAST_2), other.address(), clock);
      assertThat(address(resolver)).isEqualTo(World.balancer(facts, "oregon"));
    }
  }

  @ParameterizedTest
  @CsvSource({"200, true", "204, true", "302, true", "404, false", "500, false"})
  void aStatusFrom200To399IsWell(int status, boolean well) {
    ohio.answer(status);
    assertThat(probe(true).succeeds(check("replica.us-east-2.coderdemo.io"))).isEqualTo(well);
  }

  @Test
  void theHandshakeNamesTheHostWhenToldSoAndCertificatesAreNotValidated() {
    HealthCheck check = check("replica.us-east-2.coderdemo.io");

    assertThat(probe(true).succeeds(check)).isTrue();
    assertThat(probe(false).succeeds(check)).isTrue();

    assertThat(ohio.named().get(0)).contains("replica.us-east-2.coderdemo.io");
    assertThat(ohio.named().get(1)).isEqualTo("[]");
  }

  @Test
  void aNameWithoutAddressFails() {
    assertThat(probe(true).succeeds(check("nobody.coderdemo.io"))).isFalse();
  }

  @Test
  void anAnswerWithoutRecordsIsKeptToo() {
    CachingResolver resolver = resolver();
    Resolution first = resolver.resolve("app.us-east-2.coderdemo.io");
    clock.advance(Duration.ofSeconds(100));
    Resolution again = resolver.resolve("app.us-east-2.coderdemo.io");
    clock.advance(Duration.ofSeconds(800));
    resolver.resolve("app.us-east-2.coderdemo.io");

    assertThat(first.rcode()).isEqualTo("NXDOMAIN");
    assertThat(first.ttl()).isEqualTo(Duration.ofMinutes(15));
    assertThat(again.ttl()).isEqualTo(Duration.ofSeconds(800));
    assertThat(server.exchanges()).hasSize(2);
  }

  private CachingResolver resolver() {
    return CachingResolver.at(World.client(Region.US_EAST_2), server.address(), clock);
  }

  private static InetAddress address(CachingResolver resolver) {
    try {
      return InetAddress.getByName(resolver.resolve("coderdemo.io").addresses().get(0));
    } catch (java.net.UnknownHostException e) {
      throw new IllegalStateException(e);
    }
  }

  private static HealthCheck check(String host) {
    return new HealthCheck(
        new Source(Origin.APPLIED, "made up"),
        new Ref("check"),
        known("HTTPS"),
        known(Optional.of(host)),
        known(443),
        known("/healthz"),
        Value.known(Duration.ofSeconds(30)),
        known(3));
  }
}
