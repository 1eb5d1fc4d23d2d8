package dev.atoll.itest.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.atoll.aws.Region;
import dev.atoll.itest.dns.StubResolver;
import dev.atoll.traffic.Client;
import dev.atoll.traffic.Outcome;
import dev.atoll.traffic.Request;
import dev.atoll.traffic.TrafficException;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What TLS adds is tried with the command line, whose option names authorities. */
class LiveInternetTest {

  private final AtomicInteger asked = new AtomicInteger();
  private final List<String> hosts = new CopyOnWriteArrayList<>();
  private HttpServer server;
  private String url;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          asked.incrementAndGet();
          hosts.add(exchange.getRequestHeaders().getFirst("Host"));
          if (exchange.getRequestURI().getPath().equals("/redirect")) {
            exchange.getResponseHeaders().add("Location", "/elsewhere");
            exchange.sendResponseHeaders(302, -1);
          } else if (exchange.getRequestURI().getPath().equals("/busy")) {
            exchange.getResponseHeaders().add("Retry-After", "0");
            exchange.sendResponseHeaders(503, -1);
          } else {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(new byte[2 << 20]);
          }
          exchange.close();
        });
    server.start();
    url = "http://127.0.0.1:" + server.getAddress().getPort();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private static Client client(Budget budget) {
    return LiveInternet.near(Region.US_EAST_2, budget).from(Region.US_EAST_2);
  }

  @Test
  void redirectsAreAnswersAndALongBodyIsCut() {
    Client client = client(Budget.of(Duration.ZERO, 10));

    Outcome.Response redirect =
        client.send(Request.get(url + "/redirect")).response().orElseThrow();
    assertThat(redirect.status()).isEqualTo(302);
    assertThat(redirect.header("location")).contains("/elsewhere");
    Outcome.Response body = client.send(Request.get(url)).response().orElseThrow();
    assertThat(body.body()).hasSize(1 << 20);
    assertThat(body.server()).isEqualTo("127.0.0.1");
  }

  @Test
  void whatWouldChangeSomethingIsNotSent() {
    Client client = client(Budget.of(Duration.ZERO, 10));

    assertThatThrownBy(() -> client.send(Request.post(url, "{}")))
        .isInstanceOf(TrafficException.class)
        .hasMessageContaining("only read");
    assertThatThrownBy(() -> client.converse(URI.create("wss://x"), Client.KeepAlive.NONE))
        .isInstanceOf(TrafficException.class);
    assertThat(asked).hasValue(0);
  }

  @Test
  void theBudgetBoundsHowMany() {
    Budget budget = Budget.of(Duration.ZERO, 3);
    Client client = client(budget);
    for (int i = 0; i < 3; i++) {
      client.send(Request.get(url));
    }

    assertThatThrownBy(() -> client.send(Request.get(url)))
        .isInstanceOf(TrafficException.class)
        .hasMessageContaining("limit");
    assertThat(budget.spent()).isEqualTo(3);
    assertThat(asked).hasValue(3);
  }

  /** The client itself asks twice for what is to be asked for again at once. */
  @Test
  void aSecondTryOfTheClientCountsToo() {
    Budget budget = Budget.of(Duration.ZERO, 10);

    client(budget).send(Request.get(url + "/busy"));

    assertThat(budget.spent()).isEqualTo(asked.get());
  }

  @Test
  void theHostThatARequestSaysIsSent() {
    Client client = client(Budget.of(Duration.ZERO, 10));

    client.send(Request.get(url).with("Host", "coder.example.com"));

    assertThat(hosts).containsExactly("coder.example.com");
  }

  @Test
  void howFarARequestCameIsSaid() throws IOException {
    Client client = client(Budget.of(Duration.ZERO, 10));
    int closed;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      closed = socket.getLocalPort();
    }

    assertThat(stage(client, "http://127.0.0.1:" + closed)).isEqualTo(Outcome.Stage.CONNECT);
    assertThat(stage(client, "http://no-such-name.invalid")).isEqualTo(Outcome.Stage.NAME);
    assertThat(client.resolve("no-such-name.invalid").isAnswered()).isFalse();
    assertThat(client.resolve("localhost").addresses()).contains("127.0.0.1");
  }

  @Test
  void aResolverThatDoesNotAnswerSaysNothingOfNames() throws IOException {
    int nobody;
    try (DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
      nobody = socket.getLocalPort();
    }
    InetSocketAddress dead = new InetSocketAddress(InetAddress.getLoopbackAddress(), nobody);
    Client client =
        LiveInternet.near(Region.US_EAST_2, Budget.of(Duration.ZERO, 10))
            .asking(StubResolver.asking(dead))
            .from(Region.US_EAST_2);

    for (ThrowingCallable asking :
        List.<ThrowingCallable>of(
            () -> client.resolve("coder.example.com"),
            () -> client.send(Request.get("http://coder.example.com/")))) {
      assertThatThrownBy(asking)
          .isInstanceOf(TrafficException.class)
          .hasMessageContaining("the resolver at localhost:%d did not answer".formatted(nobody))
          .hasMessageContaining("nothing can be said about coder.example.com or any name");
    }
  }

  private static Outcome.Stage stage(Client client, String where) {
    return client
        .send(Request.get(where))
        .fold(
            response -> {
              throw new AssertionError("answered");
            },
            Outcome.Failure::at);
  }

  @Test
  void nobodyAsksFromElsewhere() {
    LiveInternet internet = LiveInternet.near(Region.US_EAST_2, Budget.usual());

    assertThat(internet.places()).containsExactly(Region.US_EAST_2);
    assertThatThrownBy(() -> internet.from(Region.US_WEST_2))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
