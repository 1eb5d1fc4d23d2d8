package dev.atoll.itest.twin.coder;

import com.fasterxml.jackson.databind.JsonNode;
import dev.atoll.itest.twin.coder.Accounts.User;
import dev.atoll.itest.twin.coder.Proxies.Proxy;
import dev.atoll.itest.twin.coder.Proxies.Registration;
import dev.atoll.itest.twin.http.Answer;
import dev.atoll.itest.twin.http.Question;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Regions, and the workspace proxies that make more than one. */
record ProxyRoutes(Deployment deployment) {

  static final String TOKEN_HEADER = "coder-external-proxy-token";

  private static final String FEATURE = "Workspace Proxy";

  void addTo(Routes routes) {
    routes
        .on("GET /api/v2/regions", deployment.signed((question, user) -> regions(false)))
        .on(
            "GET /api/v2/workspaceproxies",
            licensed(deployment.signed((question, user) -> regions(true))))
        .on("POST /api/v2/workspaceproxies", licensed(deployment.signed(this::create)))
        .on("POST /api/v2/workspaceproxies/me/register", licensed(this::register));
  }

  private Routes.Handler licensed(Routes.Handler handler) {
    return deployment.licensed(Licence.WORKSPACE_PROXY, FEATURE, handler);
  }

  private Answer regions(boolean full) throws SQLException {
    List<Map<String, Object>> regions = new ArrayList<>();
    regions.add(primary(full));
    for (Proxy proxy : deployment.proxies().all()) {
      regions.add(region(proxy, deployment.proxyHealth().of(proxy), full));
    }
    return Answer.json(200, Map.of("regions", regions));
  }

  private Map<String, Object> primary(boolean full) throws SQLException {
    Instant now = deployment.clock().now();
    Proxy primary =
        new Proxy(
            deployment.proxies().deployment(),
            "primary",
            "Default",
            "/emojis/1f3e1.png",
            deployment.configuration().accessUrl().toString(),
            deployment.configuration().wildcard().orElse(""),
            "",
            false,
            now,
            now);
    return region(primary, new ProxyHealth.Status("ok", List.of(), List.of(), now), full);
  }

  private static Map<String, Object> region(Proxy proxy, ProxyHealth.Status health, boolean full) {
    Map<String, Object> region = new LinkedHashMap<>();
    region.put("id", proxy.id().toString());
    region.put("name", proxy.name());
    region.put("display_name", proxy.displayName());
    region.put("icon_url", proxy.icon());
    region.put("healthy", health.status().equals("ok"));
    region.put("path_app_url", proxy.url());
    region.put("wildcard_hostname", proxy.wildcard());
    if (full) {
      region.put("derp_enabled", proxy.derp());
      region.put("derp_only", false);
      region.put("status", health.json());
      region.put("created_at", proxy.created().toString());
      region.put("updated_at", proxy.updated().toString());
      region.put("deleted", false);
      region.put("version", proxy.version());
    }
    return region;
  }

  private Answer create(Question question, User user) throws SQLException {
    JsonNode said = Messages.read(question.body());
    String name = said.path("name").asText();
    if (name.equalsIgnoreCase("primary")) {
      return Messages.message(
          400,
          "The name \"primary\" is reserved for the primary region.",
          "Cannot name a workspace proxy 'primary'.");
    }
    Instant now = deployment.clock().now();
    Proxy wanted =
        new Proxy(
            UUID.randomUUID(),
            name,
            said.path("display_name").asText(),
            said.path("icon").asText(),
            "",
            "",
            "",
            true,
            now,
            now);
    String secret = Tokens.letters(64);
    Optional<Proxy> made = deployment.proxies().create(wanted, secret);
    if (made.isEmpty()) {
      return Messages.message(
          409, "Workspace proxy with name \"%s\" already exists.".formatted(name));
    }
    deployment.note(question, "workspace_proxy", "create", 201, user.id());
    deployment.proxyHealth().ask();
    return Answer.json(
        201,
        Map.of(
            "proxy",
            region(wanted, new ProxyHealth.Status("unregistered", List.of(), List.of(), now), true),
            "proxy_token",
            wanted.id() + ":" + secret));
  }

  private Answer register(Question question) throws SQLException {
    Optional<String> token = question.header(TOKEN_HEADER);
    if (token.isEmpty()) {
      return Messages.message(401, "Missing required external proxy token");
    }
    JsonNode said = Messages.read(question.body());
    Registration registration =
        new Registration(
            said.path("access_url").asText(),
            said.path("wildcard_hostname").asText(),
            said.path("version").asText(),
            said.path("derp_enabled").asBoolean());
    if (!deployment.proxies().register(token.get(), registration, deployment.clock().now())) {
      return Messages.message(401, "Invalid external proxy token");
    }
    deployment.proxyHealth().ask();
    return Answer.json(201, Map.of("derp_region_id", 10_001, "sibling_replicas", List.of()));
  }
}
