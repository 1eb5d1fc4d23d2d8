package dev.atoll.itest.twin.coder;

import dev.atoll.itest.twin.http.Answer;
import dev.atoll.itest.twin.http.Question;
import dev.atoll.itest.twin.http.Site;
import java.net.URI;
import java.util.Optional;

/** What a Coder server answers, in the order in which it looks at a request. */
final class ServerSite implements Site {

  private static final Answer DASHBOARD =
      Answer.html(
          200,
          "<!doctype html><html><head><title>Coder</title></head>"
              + "<body><div id=\"root\"></div></body></html>");

  private final Configuration configuration;
  private final AppHosts apps;
  private final Routes routes;

  ServerSite(String server, Deployment deployment) {
    this.configuration = deployment.configuration();
    this.apps =
        new AppHosts(
            server, configuration.accessUrl().getHost(), deployment.configuration().wildcard());
    this.routes = routes(deployment);
  }

  private static Routes routes(Deployment deployment) {
    Routes routes = new Routes();
    routes.on("GET /healthz", question -> Answer.text(200, "OK"));
    routes.on("GET /latency-check", question -> latencyCheck());
    if (deployment.configuration().derp()) {
      routes.on("GET /derp", question -> Answer.text(426, "DERP requires connection upgrade\n"));
      routes.on("GET /derp/latency-check", question -> Answer.empty(200));
    }
    new DeploymentRoutes(deployment).addTo(routes);
    new LoginRoutes(deployment).addTo(routes);
    new ProxyRoutes(deployment).addTo(routes);
    routes.on(
        "GET /api/v2/workspaceagents/{agent}/pty",
        deployment.signed((question, user) -> terminal(question)));
    return routes;
  }

  static Answer latencyCheck() {
    return Answer.text(200, "OK")
        .with("Timing-Allow-Origin", "*")
        .with("Access-Control-Allow-Origin", "*")
        .with("Access-Control-Allow-Headers", "*");
  }

  static Answer terminal(Question question) {
    return question.upgrade() ? Answer.CONVERSE : Answer.text(426, "Upgrade Required\n");
  }

  Routes routes() {
    return routes;
  }

  @Override
  public Answer answer(Question question) {
    if (configuration.redirect() && isElsewhere(question)) {
      return Answer.redirect(307, configuration.accessUrl().toString());
    }
    return apps.answer(question.host())
        .or(() -> routes.answer(question))
        .orElseGet(() -> otherwise(question));
  }

  // Behind whoever ends TLS every request comes in plain, so an https URL is never where it is.
  private boolean isElsewhere(Question question) {
    if (question.path().equals("/healthz") || question.segments().get(0).equals("derp")) {
      return false;
    }
    URI accessUrl = configuration.accessUrl();
    return accessUrl.getScheme().equals("https")
        || !(question.host().equals(accessUrl.getHost())
            || question.header("x-forwarded-host").equals(Optional.of(accessUrl.getAuthority()))
            || apps.covers(question.host()));
  }

  private static Answer otherwise(Question question) {
    return question.path().startsWith("/api/")
        ? Messages.message(404, "Route not found.")
        : DASHBOARD;
  }
}
