package dev.atoll.itest.twin.coder;

import dev.atoll.itest.twin.clock.Round;
import dev.atoll.itest.twin.clock.TwinClock;
import dev.atoll.itest.twin.http.Answer;
import dev.atoll.itest.twin.http.Site;
import dev.atoll.itest.twin.pod.Caller;
import dev.atoll.itest.twin.pod.Surroundings;
import dev.atoll.traffic.Outcome;
import dev.atoll.traffic.Outcome.Response;
import dev.atoll.traffic.Request;
import dev.atoll.traffic.TrafficException;
import java.time.Duration;
import java.util.Map;

/** A workspace proxy: it registers with its primary before it listens, and again every 30 s. */
final class ProxyProcess implements CoderProcess, Round {

  private static final Duration REGISTER = Duration.ofSeconds(30);

  private final Configuration configuration;
  private final String version;
  private final String primary;
  private final Caller caller;
  private final Log log;
  private final ProxySite site;
  private final TwinClock.Repeated repeated;
  private String refusal = "";

  ProxyProcess(Configuration configuration, String version, Surroundings around, Log log) {
    this.configuration = configuration;
    this.version = version;
    this.log = log;
    this.primary =
        configuration
            .primary()
            .map(url -> url.replaceFirst("/$", ""))
            .orElseThrow(() -> new TrafficException("DashboardURL is required, got <nil>"));
    this.caller =
        around
            .caller()
            .orElseThrow(
                () ->
                    new TrafficException(
                        "A workspace proxy asks its primary by name; "
                            + around.host()
                            + " has nobody to ask."));
    expect(
        200,
        caller.send(Request.get(primary + "/api/v2/buildinfo")),
        "failed to fetch build info from \"" + primary + "\"");
    expect(201, register(), "register proxy");
    this.site = new ProxySite(around.host().name(), configuration, version, primary, caller);
    this.repeated = around.clock().every(REGISTER, REGISTER.plus(REGISTER), this);
  }

  @Override
  public Site site() {
    return site;
  }

  @Override
  public Routes routes() {
    return site.routes();
  }

  private Outcome register() {
    Answer body =
        Answer.json(
            200,
            Map.of(
                "access_url", configuration.accessUrl().toString(),
                "wildcard_hostname", configuration.wildcard().orElse(""),
                "derp_enabled", configuration.derp(),
                "version", version));
    return caller.send(
        Request.post(primary + "/api/v2/workspaceproxies/me/register", body.body())
            .with(ProxyRoutes.TOKEN_HEADER, configuration.proxyToken()));
  }

  /** Registers again. */
  @Override
  public boolean turn() {
    String before = refusal;
    try {
      expect(201, register(), "register workspace proxy");
      refusal = "";
    } catch (TrafficException e) {
      refusal = e.getMessage();
      log.warn(refusal);
    }
    return !refusal.equals(before);
  }

  @Override
  public void leftOut() {
    turn();
  }

  private static void expect(int status, Outcome outcome, String what) {
    String failed =
        outcome.fold(
            (Response response) ->
                response.status() == status
                    ? ""
                    : "unexpected status code %d: %s"
                        .formatted(
                            response.status(),
                            Messages.read(response.body()).path("message").asText()),
            Outcome.Failure::toString);
    if (!failed.isEmpty()) {
      throw new TrafficException(what + ": " + failed);
    }
  }

  @Override
  public void kill() {
    repeated.close();
  }

  @Override
  public void close() {
    kill();
  }
}
