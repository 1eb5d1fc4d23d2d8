package dev.atoll.conformance.diagnose;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.atoll.analysis.secrets.Masking;
import dev.atoll.diagnosis.Recognition;
import dev.atoll.traffic.Outcome;
import dev.atoll.traffic.Outcome.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What Coder answers to {@code GET /api/v2/workspaceproxies} or {@code /api/v2/regions}: {@code
 * regions} as 2.27 has them, or {@code proxies} as the documents do.
 *
 * @param proxies the entries, the primary's own among them
 * @param refusal why there is no list; empty when there is one
 */
record ProxyList(List<Proxy> proxies, String refusal) {

  /** For an owner. */
  static final String PATH = "/api/v2/workspaceproxies";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int SHOWN = 120;

  /** One entry. */
  record Proxy(String name, boolean healthy, String url, List<String> errors) {
    Proxy {
      errors = List.copyOf(errors);
    }
  }

  ProxyList {
    proxies = List.copyOf(proxies);
  }

  static ProxyList of(Outcome outcome) {
    return outcome.fold(ProxyList::of, failure -> new ProxyList(List.of(), failure.toString()));
  }

  private static ProxyList of(Response response) {
    if (response.status() != 200) {
      return none(response.status() + " " + response.body());
    }
    try {
      JsonNode root = JSON.readTree(response.body());
      JsonNode entries = root.has("regions") ? root.get("regions") : root.path("proxies");
      if (!entries.isArray()) {
        return none("200 with neither \"regions\" nor \"proxies\": " + response.body());
      }
      List<Proxy> proxies = new ArrayList<>();
      entries.forEach(entry -> proxies.add(proxy(entry)));
      return new ProxyList(proxies, "");
    } catch (JsonProcessingException e) {
      return none("200 and no JSON: " + response.body());
    }
  }

  private static ProxyList none(String said) {
    String line = Masking.masked(said).replaceAll("\\s+", " ");
    return new ProxyList(List.of(), line.substring(0, Math.min(SHOWN, line.length())));
  }

  private static Proxy proxy(JsonNode entry) {
    List<String> errors = new ArrayList<>();
    entry.at("/status/report/errors").forEach(error -> errors.add(Masking.masked(error.asText())));
    return new Proxy(
        entry.path("name").asText(),
        entry.path("healthy").asBoolean(),
        entry.path("path_app_url").asText(entry.path("url").asText()),
        errors);
  }

  /** Whether there is a list. */
  boolean isRead() {
    return refusal.isEmpty();
  }

  /** Whether it was refused with that known error. */
  boolean isRefusedWith(String knownError) {
    return Recognition.of(refusal).has(knownError);
  }

  Optional<Proxy> named(String name) {
    return proxies.stream().filter(proxy -> proxy.name().equals(name)).findFirst();
  }
}
