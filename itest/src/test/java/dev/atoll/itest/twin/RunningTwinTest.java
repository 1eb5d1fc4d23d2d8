package dev.atoll.itest.twin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.aws.Region;
import dev.atoll.itest.twin.database.PostgreSql;
import dev.atoll.traffic.Client;
import dev.atoll.traffic.Client.KeepAlive;
import dev.atoll.traffic.Conversation;
import dev.atoll.traffic.Outcome;
import dev.atoll.traffic.Request;
import java.net.URI;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A twin of the small world, as it is. Every test leaves it as it found it. */
class RunningTwinTest {

  private static final Region OHIO = Region.US_EAST_2;
  private static final Region OREGON = Region.US_WEST_2;
  private static final Region TOKYO = Region.AP_NORTHEAST_1;

  private static PostgreSql postgres;
  private static RunningTwin twin;

  @BeforeAll
  static void start() {
    postgres = PostgreSql.start();
    twin =
        RunningTwin.of(SmallWorld.facts()).database(postgres).secrets(SmallWorld.secrets()).start();
  }

  @AfterAll
  static void stop() {
    twin.close();
    postgres.close();
  }

  private static String body(Outcome outcome) {
    return outcome.fold(response -> response.status() + " " + response.body(), Object::toString);
  }

  @Test
  void nothingIsMissing() {
    assertThat(twin.missing()).isEmpty();
    assertThat(twin.regions()).containsExactly(OHIO, OREGON);
    assertThat(twin.places()).contains(TOKYO);
  }

  @Test
  void everybodyIsAnsweredOverTls() {
    for (Region place : List.of(OHIO, OREGON, TOKYO)) {
      assertThat(body(twin.from(place).send(Request.get("https://example.com/healthz"))))
          .startsWith("200 OK");
    }
  }

  @Test
  void theNearestRegionAnswers() {
    Client client = twin.from(OREGON);

    assertThat(client.resolve("example.com").addresses())
        .isEqualTo(client.resolve("us-west-2.example.com").addresses());
    assertThat(twin.from(OHIO).resolve("example.com").addresses())
        .isEqualTo(twin.from(OHIO).resolve("us-east-2.example.com").addresses());
  }

  @Test
  void liteLlmAnswersUnderItsOwnName() {
    assertThat(
            body(twin.from(TOKYO).send(Request.get("https://llm.example.com/health/liveliness"))))
        .startsWith("200");
  }

  @Test
  void theServersMeasureThePathBetweenThem() {
    Duration longer = Duration.ofMillis(111);
    assertThat(shortestProbe()).isBetween(Duration.ofMillis(34), longer);
    twin.roundTrip(OHIO, OREGON, longer);
    assertThat(twin.probe(OHIO, OREGON).orElseThrow()).isGreaterThanOrEqualTo(longer);
    twin.heal();
  }

  /** Of many: what a busy machine adds is not the path's. */
  private static Duration shortestProbe() {
    return IntStream.range(0, 10)
        .mapToObj(i -> twin.probe(OHIO, OREGON).orElseThrow())
        .min(Comparator.naturalOrder())
        .orElseThrow();
  }

  @Test
  void whoIsKilledIsSkippedOnceHealthChecksKnow() {
    twin.stopCoder(OREGON, Optional.empty());
    Client client = twin.from(OREGON);
    Request question = Request.get("https://example.com/healthz");
    assertThat(client.send(question).response()).isEmpty();

    twin.pass(Duration.ofMinutes(3));

    assertThat(body(client.send(question))).startsWith("200 OK");
    assertThat(client.resolve("example.com").addresses())
        .isEqualTo(client.resolve("us-east-2.example.com").addresses());
    twin.heal();
    assertThat(client.resolve("example.com").addresses())
        .isEqualTo(client.resolve("us-west-2.example.com").addresses());
  }

  @Test
  void aWebSocketOutlivesTheIdleLimitOnlyWhileSomebodyKeepsItAlive() {
    URI uri =
        URI.create(
            "wss://example.com/api/v2/workspaceagents/%s/pty?coder_session_token=%s"
                .formatted("00000000-0000-4000-8000-000000000002", twin.ownerToken()));
    Client client = twin.from(OHIO);
    Duration half = Duration.ofSeconds(175);
    try (Conversation silent = client.converse(uri, KeepAlive.NONE);
        Conversation kept =
            client.converse(uri, new KeepAlive(KeepAlive.Kind.TCP, Duration.ofSeconds(60)));
        Conversation seldom =
            client.converse(uri, new KeepAlive(KeepAlive.Kind.TCP, Duration.ofHours(2)));
        Conversation pinging =
            client.converse(uri, new KeepAlive(KeepAlive.Kind.PING, Duration.ofSeconds(60)))) {
      for (Conversation each : List.of(silent, kept, seldom, pinging)) {
        assertThat(each.echoes("hello")).isTrue();
      }
      twin.pass(half);
      assertThat(silent.echoes("still there")).isTrue();
      twin.pass(half.multipliedBy(4));
      assertThat(silent.echoes("gone")).isFalse();
      assertThat(seldom.echoes("gone")).isFalse();
      assertThat(kept.echoes("here")).isTrue();
      assertThat(pinging.echoes("here")).isTrue();
    }
  }

  @Test
  void aLostRegionIsSilentAndComesBack() {
    twin.loseRegion(OREGON);
    Client client = twin.from(OHIO);
    Outcome outcome = client.send(Request.get("https://us-west-2.example.com/healthz"));
    assertThat(outcome.toString()).contains("connect", "us-west-2 is lost");
    twin.heal();
    assertThat(client.send(Request.get("https://us-west-2.example.com/healthz")).response())
        .isPresent();
  }

  @Test
  void withItsRegionTheDatabaseIsLostForAll() {
    Client client = twin.from(OREGON);
    Request buildInfo =
        Request.get("https://example.com/api/v2/users/me")
            .with("Coder-Session-Token", twin.ownerToken());
    assertThat(body(client.send(buildInfo))).startsWith("200");
    twin.loseRegion(OHIO);
    twin.pass(Duration.ofMinutes(3));
    assertThat(body(client.send(buildInfo))).doesNotStartWith("200");
    assertThat(body(client.send(Request.get("https://example.com/healthz")))).startsWith("200 OK");
    twin.heal();
    assertThat(body(client.send(buildInfo))).startsWith("200");
  }
}
