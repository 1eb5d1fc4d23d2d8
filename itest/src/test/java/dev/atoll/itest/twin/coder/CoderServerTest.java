package dev.atoll.itest.twin.coder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atoll.itest.twin.database.PostgreSql;
import dev.atoll.itest.twin.standin.Stage;
import dev.atoll.itest.twin.standin.Wire;
import dev.atoll.traffic.Request;
import dev.atoll.traffic.TrafficException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a table of requests and answers cannot say: starts, ends, and conversations. */
class CoderServerTest {

  private static PostgreSql postgres;

  @BeforeAll
  static void startDatabase() {
    postgres = PostgreSql.start();
  }

  @AfterAll
  static void stopDatabase() {
    postgres.close();
  }

  @Test
  void withoutAnyRelayItDoesNotStart() throws IOException {
    try (Stage stage = new Stage(postgres);
        CoderScript script = new CoderScript(stage)) {
      assertThatThrownBy(
              () -> script.start(Map.of("CODER_DERP_SERVER_ENABLE", Optional.of("false")), ""))
          .isInstanceOf(TrafficException.class)
          .hasMessageStartingWith("create derp map: DERP map has no regions.");
    }
  }

  @Test
  void aTerminalSendsBackWhatItIsSentUntilTheServerIsKilled() throws Exception {
    try (Stage stage = new Stage(postgres);
        CoderScript script = new CoderScript(stage)) {
      script.start(Map.of(), "");
      CoderServer server = script.server(0);
      Heard heard = new Heard();
      WebSocket terminal =
          HttpClient.newHttpClient()
              .newWebSocketBuilder()
              .header("Coder-Session-Token", server.ownerToken())
              .buildAsync(
                  URI.create(
                      "ws://%s:%d/api/v2/workspaceagents/1/pty"
                          .formatted(server.address().getHostString(), server.address().getPort())),
                  heard)
              .get(20, TimeUnit.SECONDS);
      terminal.sendText("ls", true).get(20, TimeUnit.SECONDS);
      assertThat(heard.text.get(20, TimeUnit.SECONDS)).isEqualTo("ls");

      server.kill();
      assertThat(heard.ended.get(20, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void aReplicaMeasuresTheRoundTripToAnotherWhereThePathIsThere() throws IOException {
    try (Stage stage = new Stage(postgres);
        CoderScript script = new CoderScript(stage)) {
      script.start(Map.of(), "two replicas");
      assertThat(script.server(0).probe(script.server(1)))
          .hasValueSatisfying(
              time -> assertThat(time).isBetween(Duration.ZERO, Duration.ofSeconds(5)));

      stage.cutPath(true);
      assertThat(script.server(0).probe(script.server(1))).isEmpty();
    }
  }

  @Test
  void itDoesNotStartWithoutItsDatabase() throws IOException {
    try (Stage stage = new Stage(postgres);
        CoderScript script = new CoderScript(stage)) {
      stage.writer.cut();
      assertThatThrownBy(() -> script.start(Map.of(), ""))
          .isInstanceOf(TrafficException.class)
          .hasMessageContaining("connect to postgres failed");
    }
  }

  @Test
  void anAccessUrlNeedsAScheme() throws IOException {
    try (Stage stage = new Stage(postgres);
        CoderScript script = new CoderScript(stage)) {
      assertThatThrownBy(
              () -> script.start(Map.of("CODER_ACCESS_URL", Optional.of("coderdemo.io")), ""))
          .isInstanceOf(TrafficException.class)
          .hasMessageContaining("access-url must include a scheme");
    }
  }

  @Test
  void aProxyDoesNotStartWithoutALicence() throws IOException {
    try (Stage stage = new Stage(postgres);
        CoderScript script = new CoderScript(stage)) {
      script.start(Map.of(), "");
      script.act("proxy");
      script.proxy().kill();
      delete(script.server(0), "licenses/1");
      assertThatThrownBy(script::startProxyAgain)
          .isInstanceOf(TrafficException.class)
          .hasMessage(
              "register proxy: unexpected status code 403: Workspace Proxy is a Premium feature."
                  + " Contact sales!");
    }
  }

  private static void delete(CoderServer server, String what) throws IOException {
    Request delete =
        new Request(
            "DELETE",
            URI.create("https://coderdemo.io/api/v2/" + what),
            Map.of("Coder-Session-Token", server.ownerToken()),
            Optional.empty());
    assertThat(Wire.send(Stage.CLIENT, server.address(), delete).status()).isEqualTo(200);
  }

  @Test
  void nothingIsLeftWhenItWasClosedOrKilled() throws Exception {
    try (Stage stage = new Stage(postgres)) {
      for (boolean kill : List.of(false, true)) {
        try (CoderScript script = new CoderScript(stage)) {
          script.start(Map.of(), "two replicas");
          assertThat(threadsOf("coder-0")).isBetween(1L, 16L);
          if (kill) {
            script.server(0).kill();
          } else {
            script.server(0).close();
          }
          assertThat(threadsOf("coder-0")).isZero();
          assertThatThrownBy(
                  () ->
                      Wire.send(
                          Stage.CLIENT,
                          script.server(0).address(),
                          Request.get("https://coderdemo.io/healthz")))
              .isInstanceOf(IOException.class);
        }
      }
    }
  }

  private static long threadsOf(String server) {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith(server))
        .count();
  }

  private static final class Heard implements WebSocket.Listener {
    private final CompletableFuture<String> text = new CompletableFuture<>();
    private final CompletableFuture<Boolean> ended = new CompletableFuture<>();

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
      text.complete(data.toString());
      socket.request(1);
      return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
      ended.complete(true);
      return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
      ended.complete(true);
    }
  }
}
