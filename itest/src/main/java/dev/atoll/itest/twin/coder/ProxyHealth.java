package dev.atoll.itest.twin.coder;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.atoll.itest.twin.clock.TwinClock;
import dev.atoll.itest.twin.coder.Proxies.Proxy;
import dev.atoll.itest.twin.pod.Caller;
import dev.atoll.traffic.Outcome.Failure;
import dev.atoll.traffic.Outcome.Response;
import dev.atoll.traffic.Request;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** How one server finds the workspace proxies when it asks them; each server has its own view. */
final class ProxyHealth {

  static final Duration INTERVAL = Duration.ofMinutes(1);

  private static final JsonMapper JSON = new JsonMapper();

  /**
   * How a proxy was found.
   *
   * @param status {@code ok}, {@code unhealthy}, {@code unreachable} or {@code unregistered}
   */
  record Status(String status, List<String> errors, List<String> warnings, Instant checked) {
    /** All but when. */
    String found() {
      return status + errors + warnings;
    }

    Map<String, Object> json() {
      return Map.of(
          "status", status,
          "report", Map.of("errors", errors, "warnings", warnings),
          "checked_at", checked.toString());
    }
  }

  private final Proxies proxies;
  private final Optional<Caller> caller;
  private final TwinClock clock;
  private volatile Map<UUID, Status> seen = Map.of();

  ProxyHealth(Proxies proxies, Optional<Caller> caller, TwinClock clock) {
    this.proxies = proxies;
    this.caller = caller;
    this.clock = clock;
  }

  /** Asks all of them; whether any was found otherwise than before. */
  boolean ask() throws SQLException {
    Map<UUID, Status> asked = new TreeMap<>();
    for (Proxy proxy : proxies.all()) {
      asked.put(proxy.id(), ask(proxy));
    }
    boolean same = found(asked).equals(found(seen));
    seen = Map.copyOf(asked);
    return !same;
  }

  private static Map<UUID, String> found(Map<UUID, Status> statuses) {
    return statuses.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().found()));
  }

  Status of(Proxy proxy) {
    return seen.getOrDefault(
        proxy.id(), new Status("unknown", List.of(), List.of(), Instant.EPOCH));
  }

  private Status ask(Proxy proxy) {
    if (proxy.url().isEmpty()) {
      return status("unregistered", List.of(), List.of());
    }
    if (caller.isEmpty()) {
      return unreachable("no resolver");
    }
    return caller
        .get()
        .send(Request.get(proxy.url() + "/healthz-report"))
        .fold(this::report, (Failure failure) -> unreachable(failure.toString()));
  }

  private Status unreachable(String why) {
    return status("unreachable", List.of("request to proxy failed: " + why), List.of());
  }

  private Status report(Response response) {
    if (response.status() != 200) {
      return status("unhealthy", List.of("unexpected status code " + response.status()), List.of());
    }
    try {
      JsonNode report = JSON.readTree(response.body());
      List<String> errors = texts(report.path("errors"));
      return status(errors.isEmpty() ? "ok" : "unhealthy", errors, texts(report.path("warnings")));
    } catch (JsonProcessingException e) {
      return status(
          "unhealthy", List.of("failed to decode health report: " + e.getMessage()), List.of());
    }
  }

  private static List<String> texts(JsonNode list) {
    return list.valueStream().map(JsonNode::asText).toList();
  }

  private Status status(String status, List<String> errors, List<String> warnings) {
    return new Status(status, errors, warnings, clock.now());
  }
}
