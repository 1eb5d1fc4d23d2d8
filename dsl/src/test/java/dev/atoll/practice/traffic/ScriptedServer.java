package dev.atoll.practice.traffic;

import dev.atoll.aws.Region;
import dev.atoll.traffic.Outcome;
import dev.atoll.traffic.Outcome.Failure;
import dev.atoll.traffic.Outcome.Response;
import dev.atoll.traffic.Outcome.Stage;
import dev.atoll.traffic.Request;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whoever answers at an address: Coder's servers in a Region, its proxy, or LiteLLM. */
record ScriptedServer(ScriptedTwin twin, ScriptedClient client, String address) {

  private static final Duration UNHEALTHY = Duration.ofSeconds(30);
  private static final String BALANCER = "10.0.0.9";

  Outcome answer(Request request) {
    String path = request.uri().getPath();
    if (address.equals(ScriptedClient.LITELLM)) {
      return liteLlm(request, path);
    }
    if (address.equals(ScriptedClient.PROXY)) {
      return json(200, "");
    }
    Region region = twin.region(address).orElseThrow();
    if (twin.isLost(region)) {
      return new Failure(Stage.CONNECT, "timed out");
    }
    if (isSilent(region) || twin.stopped.containsKey(region) || meetsDeadTarget(region)) {
      return new Failure(Stage.ANSWER, "closed");
    }
    boolean replaced = twin.fault == Fault.ADDRESS_REPLACED;
    String seen = replaced ? BALANCER : client.address();
    return coder(request, path, region, seen);
  }

  private boolean isSilent(Region region) {
    return twin.fault == Fault.ALL_SILENT
        || (twin.fault == Fault.ONE_REGION_SILENT && client.isSecond(region));
  }

  /** A load balancer takes its targets in turn until a health check has failed often enough. */
  private boolean meetsDeadTarget(Region region) {
    Duration since = twin.halved.get(region);
    return since != null
        && (twin.fault == Fault.DEAD_TARGET_KEPT
            || twin.elapsed().minus(since).compareTo(UNHEALTHY) < 0);
  }

  private Outcome coder(Request request, String path, Region region, String seen) {
    if (twin.fault != Fault.REGIONAL_NAMES_ARE_SERVED && isTakenForAnApp(request)) {
      return answer(400, Map.of(), "Invalid Application URL");
    }
    String session = request.headers().getOrDefault(CoderApi.SESSION, "");
    return switch (path) {
      case "/" ->
          twin.fault == Fault.REDIRECTS
              ? answer(307, Map.of("location", request.uri().toString()), "")
              : html();
      case "/healthz" -> json(healthz(), "OK");
      case "/derp/latency-check" -> relay();
      case "/api/v2/buildinfo" ->
          json(200, "{\"deployment_id\": \"%s\"}".formatted(deployment(region)));
      case "/api/v2/users/oidc/callback" -> login(request);
      case "/api/v2/users/login" -> wrongPassword(seen);
      default -> path.startsWith("/api/v2/") ? api(path, session, region, request) : html();
    };
  }

  private boolean isTakenForAnApp(Request request) {
    String host = request.headers().getOrDefault("Host", request.uri().getHost());
    String below = "." + ScriptedTwin.DOMAIN;
    return twin.hasApps()
        && host.endsWith(below)
        && !host.substring(0, host.length() - below.length()).contains(".");
  }

  private Outcome wrongPassword(String seen) {
    twin.audit.add(0, seen);
    return json(401, "{\"message\": \"Incorrect email or password.\"}");
  }

  private int healthz() {
    boolean fails = twin.fault == Fault.HEALTHZ_ASKS_THE_DATABASE && twin.withoutDatabase;
    return twin.fault == Fault.WRONG_PORT_BEHIND ? 404 : fails ? 503 : 200;
  }

  private Outcome relay() {
    return switch (twin.fault) {
      case DASHBOARD_FOR_RELAY -> html();
      case RELAY_FAILS -> json(500, "");
      default -> answer(200, Map.of(), "");
    };
  }

  private String deployment(Region region) {
    return twin.fault == Fault.OWN_DEPLOYMENTS ? region.name() : "one";
  }

  private Outcome login(Request request) {
    String query = Optional.ofNullable(request.uri().getQuery()).orElse("");
    if (query.contains("state=")) {
      boolean known = request.headers().containsKey("Cookie");
      return known ? json(307, "") : json(401, "{\"message\": \"Cookie must be provided.\"}");
    }
    String domain =
        twin.fault == Fault.COOKIE_FOR_THE_DOMAIN ? "; Domain=" + ScriptedTwin.DOMAIN : "";
    return answer(
        307,
        Map.of(
            "location",
            "https://idp.example/authorize",
            "set-cookie",
            "oauth_state=abc; Path=/; HttpOnly" + domain),
        "");
  }

  private Outcome api(String path, String session, Region region, Request request) {
    if (twin.withoutDatabase && twin.fault != Fault.ANOTHER_DATABASE) {
      return json(500, "{\"message\": \"Internal error fetching API key.\"}");
    }
    boolean elsewhere = !region.equals(twin.regions().get(0));
    boolean regional = request.uri().getHost().startsWith(region.name());
    boolean unknown =
        (twin.fault == Fault.SESSION_UNKNOWN_ELSEWHERE && elsewhere)
            || (twin.fault == Fault.NO_SESSION_AT_REGIONAL_NAMES && regional);
    if (session.isEmpty() || unknown) {
      return json(401, "{\"message\": \"You are signed out or your session has expired.\"}");
    }
    return switch (path) {
      case "/api/v2/users/me" -> json(200, "{\"username\": \"owner\"}");
      case "/api/v2/regions" -> json(200, "{\"regions\": [%s]}".formatted(menu()));
      case "/api/v2/workspaceproxies" -> proxies();
      case "/api/v2/audit" -> json(200, "{\"audit_logs\": [%s]}".formatted(auditLog()));
      default -> json(404, "{\"message\": \"Not found.\"}");
    };
  }

  private String menu() {
    String servers = "{\"name\": \"primary\", \"healthy\": true}";
    String shown = twin.fault == Fault.EVERY_REGION_SHOWN ? servers + "," + servers : servers;
    return twin.licensed && twin.fault != Fault.PROXY_MISSING ? shown + "," + proxy() : shown;
  }

  private Outcome proxies() {
    if (twin.licensed) {
      String listed = twin.fault == Fault.PROXY_MISSING ? "" : proxy();
      return json(200, "{\"regions\": [%s]}".formatted(listed));
    }
    return json(
        403,
        twin.fault == Fault.OTHER_REFUSAL
            ? "{\"message\": \"No.\"}"
            : "{\"message\": \"Workspace Proxy is a Premium feature. Contact sales!\"}");
  }

  private String proxy() {
    Region second = twin.regions().get(1);
    return ("{\"name\": \"%s\", \"display_name\": \"Oregon\", \"healthy\": %s, \"path_app_url\":"
            + " \"https://%s.%s\", \"status\": {\"report\": {\"errors\": [\"no route\"]}}}")
        .formatted(second, twin.fault != Fault.PROXY_UNHEALTHY, second, ScriptedTwin.DOMAIN);
  }

  private String auditLog() {
    return String.join(
        ",",
        twin.audit.stream()
            .map(ip -> "{\"action\": \"login\", \"ip\": \"%s\"}".formatted(ip))
            .toList());
  }

  private Outcome liteLlm(Request request, String path) {
    if (twin.isLost(twin.regions().get(0))) {
      return new Failure(Stage.CONNECT, "timed out");
    }
    if (path.equals("/health/liveliness")) {
      return twin.fault == Fault.LITELLM_IS_A_PAGE ? html() : json(200, "\"I'm alive!\"");
    }
    String key = request.headers().getOrDefault("Authorization", "").replace("Bearer ", "");
    return json(twin.keys.isGood(key, twin.elapsed()) ? 200 : 401, "{}");
  }

  private Outcome html() {
    return answer(200, Map.of("content-type", "text/html"), "<!doctype html>");
  }

  private Outcome json(int status, String body) {
    return answer(status, Map.of("content-type", "application/json"), body);
  }

  private Outcome answer(int status, Map<String, String> headers, String body) {
    Map<String, List<String>> all = new HashMap<>();
    headers.forEach((name, value) -> all.put(name, List.of(value)));
    return new Response(status, all, body, address, Duration.ofMillis(1));
  }
}
