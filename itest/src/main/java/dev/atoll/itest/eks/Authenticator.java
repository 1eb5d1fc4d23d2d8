package dev.atoll.itest.eks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A stand-in for the webhook by which EKS's API servers learn who holds a token.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/reference/access-authn-authz/authentication/#webhook-token-authentication">Webhook
 *     token authentication</a>
 */
final class Authenticator implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpsServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(2);
  private final TlsIdentity identity;
  private final Admission admission;
  private final List<String> refusals = new CopyOnWriteArrayList<>();

  private Authenticator(HttpsServer server, TlsIdentity identity, Admission admission) {
    this.server = server;
    this.identity = identity;
    this.admission = admission;
  }

  static Authenticator start(Admission admission, Path folder) throws IOException {
    TlsIdentity identity = TlsIdentity.make(folder);
    HttpsServer server =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(identity.context()));
    Authenticator started = new Authenticator(server, identity, admission);
    server.createContext("/authenticate", started::answer);
    server.setExecutor(started.threads);
    server.start();
    return started;
  }

  /** The file that tells an API server where to ask. */
  String configuration() {
    return """
    apiVersion: v1
    kind: Config
    clusters:
      - name: authenticator
        cluster:
          server: https://127.0.0.1:%d/authenticate
          certificate-authority-data: %s
    users:
      - name: api-server
    contexts:
      - name: authenticator
        context: {cluster: authenticator, user: api-server}
    current-context: authenticator
    """
        .formatted(server.getAddress().getPort(), identity.certificateData());
  }

  /** Why somebody was not let in, in order. */
  List<String> refusals() {
    return List.copyOf(refusals);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      JsonNode review = JSON.readTree(exchange.getRequestBody());
      byte[] body = JSON.writeValueAsBytes(review(review.at("/spec/token").asText()));
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private ObjectNode review(String token) {
    Admission.Verdict verdict = admission.judge(token, Instant.now());
    ObjectNode review = JSON.createObjectNode();
    review.put("apiVersion", "authentication.k8s.io/v1").put("kind", "TokenReview");
    ObjectNode status = review.putObject("status").put("authenticated", verdict.admitted());
    if (verdict.admitted()) {
      ObjectNode user = status.putObject("user").put("username", verdict.user());
      user.putArray("groups").add("system:masters");
    } else {
      refusals.add(verdict.reason());
    }
    return review;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
