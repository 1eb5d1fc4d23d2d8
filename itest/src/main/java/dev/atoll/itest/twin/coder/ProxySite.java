package dev.atoll.itest.twin.coder;

import com.fasterxml.jackson.databind.JsonNode;
import dev.atoll.itest.twin.http.Answer;
import dev.atoll.itest.twin.http.Question;
import dev.atoll.itest.twin.http.Site;
import dev.atoll.itest.twin.pod.Caller;
import dev.atoll.traffic.Outcome.Response;
import dev.atoll.traffic.Request;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a workspace proxy answers. It has no database: it asks the primary. */
final class ProxySite implements Site {

  private final Configuration configuration;
  private final String version;
  private final String primary;
  private final Caller caller;
  private final AppHosts apps;
  private final Routes routes;

  ProxySite(
      String server, Configuration configuration, String version, String primary, Caller caller) {
    this.configuration = configuration;
    this.version = version;
    this.primary = primary;
    this.caller = caller;
    this.apps = new AppHosts(server, configuration.accessUrl().getHost(), configuration.wildcard());
    this.routes = routes();
  }

  Routes routes() {
    Routes proxy =
        new Routes()
            .on("GET /healthz", question -> Answer.text(200, "OK"))
            .on("GET /healthz-report", question -> report())
            .on("GET /buildinfo", question -> buildInfo())
            .on("GET /api/v2/buildinfo", question -> buildInfo())
            .on("GET /latency-check", question -> ServerSite.latencyCheck())
            .on("GET /api/v2/workspaceagents/{agent}/pty", this::terminal);
    if (configuration.derp()) {
      proxy.on("GET /derp/latency-check", question -> Answer.empty(200));
    }
    return proxy;
  }

  @Override
  public Answer answer(Question question) {
    return apps.answer(question.host())
        .or(() -> routes.answer(question))
        .orElseGet(
            () ->
                Messages.page(
                    404,
                    "Route Not Found",
                    "The route you requested does not exist on this workspace proxy. Maybe you"
                        + " intended to make this request to the primary dashboard? Click below to"
                        + " be redirected to the primary site."));
  }

  private Answer buildInfo() {
    return Answer.json(
        200,
        Map.of(
            "external_url",
            "https://github.com/coder/coder/releases/tag/" + version,
            "version",
            version,
            "dashboard_url",
            primary,
            "workspace_proxy",
            true));
  }

  private Answer report() {
    return caller
        .send(Request.get(primary + "/api/v2/buildinfo"))
        .fold(this::compared, failure -> report(List.of(unknown(failure.toString())), List.of()));
  }

  private Answer compared(Response response) {
    JsonNode build = Messages.read(response.body());
    if (response.status() != 200 || !build.has("version")) {
      return report(List.of(unknown("unexpected status code " + response.status())), List.of());
    }
    String theirs = build.path("version").asText();
    return report(
        List.of(),
        theirs.equals(version)
            ? List.of()
            : List.of(
                "version mismatch: primary coderd (%s) != workspace proxy (%s)"
                    .formatted(theirs, version)));
  }

  private static String unknown(String why) {
    return "failed to get build info: " + why;
  }

  private static Answer report(List<String> errors, List<String> warnings) {
    return Answer.json(200, Map.of("errors", errors, "warnings", warnings));
  }

  private Answer terminal(Question question) {
    Optional<String> token = Deployment.token(question);
    boolean known =
        token
            .flatMap(
                session ->
                    caller
                        .send(
                            Request.get(primary + "/api/v2/users/me")
                                .with("Coder-Session-Token", session))
                        .response())
            .filter(response -> response.status() == 200)
            .isPresent();
    return known ? ServerSite.terminal(question) : Messages.message(401, Messages.SIGNED_OUT);
  }
}
