package dev.atoll.stacks.litellm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Stands in for LiteLLM with several replicas, and for Secrets Manager, on one loopback port.
 *
 * <p>As LiteLLM 1.108.5 does it: an alias that is taken is answered 400, an alias that is not there
 * 404, a key that nobody made 401, and a replica that has seen a key takes it for another minute
 * after it was deleted elsewhere. Time is what the test says.
 */
final class GatewayStandIn implements AutoCloseable {

  static final String MASTER_KEY = "sk-master";
  private static final long CACHED_SECONDS = 60;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpServer server;
  private final Map<String, String> keyByAlias = new HashMap<>();
  private final List<Map<String, Long>> seenByReplica = new ArrayList<>();
  private final List<String> calls = new ArrayList<>();
  private Optional<String> secret = Optional.empty();
  private Optional<Fault> fault = Optional.empty();
  private long now;

  /**
   * Where a run dies: at that call, counted from the first.
   *
   * @param done whether the call takes effect before its answer is lost
   */
  record Fault(int call, boolean done) {}

  GatewayStandIn(int replicas) {
    for (int i = 0; i < replicas; i++) {
      seenByReplica.add(new HashMap<>());
    }
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::answer);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  synchronized void at(long seconds) {
    now = seconds;
  }

  /** Starts to count calls anew; one of them fails. */
  synchronized void fail(Fault next) {
    calls.clear();
    fault = Optional.ofNullable(next);
  }

  /** The calls since the count started. */
  synchronized List<String> calls() {
    return List.copyOf(calls);
  }

  synchronized Optional<String> secret() {
    return secret;
  }

  synchronized Map<String, String> keys() {
    return Map.copyOf(keyByAlias);
  }

  synchronized void make(String alias, String key) {
    keyByAlias.put(alias, key);
  }

  /** Whether that replica serves a request with that key. */
  synchronized boolean serves(int replica, String key) {
    Map<String, Long> seen = seenByReplica.get(replica);
    if (keyByAlias.containsValue(key)) {
      // The cache is filled by the first request and not renewed before it is stale.
      seen.merge(key, now, (before, later) -> later - before < CACHED_SECONDS ? before : later);
      return true;
    }
    return seen.containsKey(key) && now - seen.get(key) < CACHED_SECONDS;
  }

  private synchronized void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      calls.add(exchange.getRequestMethod() + " " + path);
      boolean fails = fault.filter(one -> one.call() == calls.size() - 1).isPresent();
      if (fails && !fault.get().done()) {
        return;
      }
      Answer answer =
          path.startsWith("/secret/") ? secret(exchange, body) : gateway(exchange, path, body);
      if (!fails) {
        byte[] bytes = answer.text().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
      }
    }
  }

  private record Answer(int status, String text) {}

  private Answer secret(HttpExchange exchange, String body) {
    if (exchange.getRequestMethod().equals("PUT")) {
      secret = Optional.of(body);
      return new Answer(200, "{}");
    }
    return secret.map(text -> new Answer(200, text)).orElseGet(() -> new Answer(404, "none"));
  }

  private Answer gateway(HttpExchange exchange, String path, String body) throws IOException {
    String key =
        exchange.getRequestHeaders().getFirst("Authorization").substring("Bearer ".length());
    if (path.equals("/v1/models")) {
      return new Answer(keyByAlias.containsValue(key) ? 200 : 401, "{}");
    }
    if (!key.equals(MASTER_KEY)) {
      return new Answer(403, "{}");
    }
    JsonNode asked = JSON.readTree(body);
    if (path.equals("/key/generate")) {
      String alias = asked.path("key_alias").asText();
      return keyByAlias.putIfAbsent(alias, asked.path("key").asText()) == null
          ? new Answer(200, "{}")
          : new Answer(400, "Key with alias '%s' already exists.".formatted(alias));
    }
    String alias = asked.path("key_aliases").path(0).asText();
    return keyByAlias.remove(alias) == null ? new Answer(404, "none") : new Answer(200, "{}");
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
