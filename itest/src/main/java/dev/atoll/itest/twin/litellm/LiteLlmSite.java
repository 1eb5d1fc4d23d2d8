package dev.atoll.itest.twin.litellm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.atoll.itest.twin.clock.TwinClock;
import dev.atoll.itest.twin.http.Answer;
import dev.atoll.itest.twin.http.Question;
import dev.atoll.itest.twin.http.Site;
import dev.atoll.itest.twin.litellm.VirtualKeys.VirtualKey;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** What a LiteLLM proxy answers. */
final class LiteLlmSite implements Site {

  private static final JsonMapper JSON = new JsonMapper();
  private static final Duration HEALTH_KEPT = Duration.ofSeconds(15);

  /** Answers somebody whose key is good; no key stands for the master's. */
  @FunctionalInterface
  private interface Handler {
    Answer answer(Question question, Optional<VirtualKey> key) throws SQLException;
  }

  private final String server;
  private final String masterKey;
  private final List<String> models;
  private final VirtualKeys keys;
  private final KeyCache cache;
  private final TwinClock clock;
  private final Map<String, Handler> routes = new LinkedHashMap<>();
  private Optional<Instant> foundHealthy = Optional.empty();

  LiteLlmSite(
      String server, String masterKey, List<String> models, VirtualKeys keys, TwinClock clock) {
    this.server = server;
    this.masterKey = masterKey;
    this.models = models;
    this.keys = keys;
    this.cache = new KeyCache(keys, clock);
    this.clock = clock;
    KeyEndpoints endpoints = new KeyEndpoints(keys, cache);
    routes.put("GET /v1/models", (question, key) -> models(key));
    routes.put("POST /v1/chat/completions", this::complete);
    routes.put("GET /health", (question, key) -> health());
    routes.put("POST /key/generate", endpoints::generate);
    routes.put("POST /key/delete", endpoints::delete);
  }

  /** Every route, those that need no key included. */
  Set<String> routes() {
    Set<String> all = new TreeSet<>(routes.keySet());
    all.addAll(List.of("GET /health/liveliness", "GET /health/readiness"));
    return all;
  }

  @Override
  public Answer answer(Question question) {
    if (question.route().equals("GET /health/liveliness")) {
      return Answer.json(200, "I'm alive!");
    }
    if (question.route().equals("GET /health/readiness")) {
      return readiness();
    }
    Handler handler = routes.get(question.route());
    return handler == null
        ? Answer.json(404, Map.of("detail", "Not Found"))
        : withKey(question, handler);
  }

  private synchronized Answer readiness() {
    Instant now = clock.now();
    boolean kept = foundHealthy.isPresent() && now.isBefore(foundHealthy.get().plus(HEALTH_KEPT));
    if (!kept) {
      foundHealthy = keys.ping() ? Optional.of(now) : Optional.empty();
    }
    return foundHealthy.isPresent()
        ? Answer.json(200, Map.of("status", "healthy", "db", "connected"))
        : Answer.json(503, Map.of("status", "healthy", "db", "disconnected"));
  }

  private Answer withKey(Question question, Handler handler) {
    String given = question.header("authorization").orElse("");
    if (given.isEmpty()) {
      return Errors.unauthorized("No api key passed in.");
    }
    if (!given.startsWith("Bearer ")) {
      return Errors.unauthorized("Malformed API Key passed in. Ensure Key has `Bearer ` prefix.");
    }
    String key = given.substring("Bearer ".length());
    try {
      if (key.equals(masterKey)) {
        return handler.answer(question, Optional.empty());
      }
      if (!key.startsWith("sk-")) {
        return Errors.error(
            401,
            "auth_error",
            "None",
            "LiteLLM Virtual Key expected. Received=****, expected to start with 'sk-'.");
      }
      Optional<VirtualKey> found = cache.find(key);
      return found.isEmpty()
          ? Errors.error(
              401,
              "token_not_found_in_db",
              "key",
              "Authentication Error, Invalid API key provided.")
          : handler.answer(question, found);
    } catch (SQLException e) {
      return Errors.error(503, "no_db_connection", "None", String.valueOf(e.getMessage()));
    }
  }

  private Answer models(Optional<VirtualKey> key) {
    return Answer.json(
        200,
        Map.of(
            "object",
            "list",
            "data",
            allowed(key).stream()
                .map(
                    model ->
                        Map.of(
                            "id",
                            model,
                            "object",
                            "model",
                            "created",
                            1677610602,
                            "owned_by",
                            "openai"))
                .toList()));
  }

  /** What a key lists, it is told of, whether there is such a model or not. */
  private List<String> allowed(Optional<VirtualKey> key) {
    List<String> named = key.map(VirtualKey::models).orElse(List.of());
    return named.isEmpty() ? models : named;
  }

  private Answer complete(Question question, Optional<VirtualKey> key) {
    String model = read(question).path("model").asText();
    if (key.isPresent() && !allowed(key).contains(model) && !key.get().models().isEmpty()) {
      return Errors.error(
          403,
          "key_model_access_denied",
          "model",
          "The requested model '%s' is not available for this API key, or the model name is invalid."
              .formatted(model));
    }
    if (!models.contains(model)) {
      return Errors.error(
          400,
          "invalid_request_error",
          null,
          "/chat/completions: Invalid model name passed in model="
              + model
              + ". Call `/v1/models` to view available models for your key.");
    }
    return Answer.json(
        200,
        Map.of(
            "id",
            "chatcmpl-" + UUID.randomUUID(),
            "object",
            "chat.completion",
            "model",
            model,
            "choices",
            List.of(
                Map.of(
                    "index",
                    0,
                    "finish_reason",
                    "stop",
                    "message",
                    Map.of("role", "assistant", "content", "answered by " + server)))));
  }

  private Answer health() {
    return Answer.json(
        200,
        Map.of(
            "healthy_endpoints",
                models.stream().map(model -> Map.of("model", "openai/" + model)).toList(),
            "unhealthy_endpoints", List.of(),
            "healthy_count", models.size(),
            "unhealthy_count", 0));
  }

  /** What a question's body says; nothing when it is no JSON. */
  static JsonNode read(Question question) {
    try {
      return JSON.readTree(question.body().isEmpty() ? "{}" : question.body());
    } catch (JsonProcessingException e) {
      return JSON.createObjectNode();
    }
  }
}
