package dev.atoll.conformance.diagnose;

import dev.atoll.aws.Region;
import dev.atoll.facts.Facts;
import dev.atoll.traffic.Client;
import dev.atoll.traffic.Conversation;
import dev.atoll.traffic.Outcome;
import dev.atoll.traffic.Request;
import dev.atoll.traffic.Resolution;
import dev.atoll.traffic.TrafficException;
import dev.atoll.traffic.Twin;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A deployment without sockets, which answers as Coder 2.27 does until somebody breaks it. */
public class ScriptedTwin implements Twin {

  private static final String PROXIES =
      """
      {"regions":[{"name":"primary","healthy":true,"path_app_url":"https://coderdemo.io"},
        {"name":"us-west-2","display_name":"Oregon","healthy":%s,
         "path_app_url":"https://us-west-2.coderdemo.io","status":{"report":{"errors":[%s]}}}]}
      """;
  private static final String UNLICENSED =
      "{\"message\":\"Workspace Proxy is a Premium feature. Contact sales!\"}";

  private final Facts facts;
  private final Map<String, Outcome> answers = new LinkedHashMap<>();
  private boolean down;
  private boolean cut;

  /** One that is fine, without a licence for proxies. */
  public ScriptedTwin(Facts facts) {
    this.facts = facts;
    fine();
  }

  /** Answers that path otherwise, until it is healed. */
  public final ScriptedTwin answer(String path, int status, String body) {
    answers.put(path, answer(status, Map.of(), body));
    return this;
  }

  /** Answers that path with a redirect. */
  public ScriptedTwin redirect(String path, String to) {
    answers.put(path, answer(307, Map.of("location", List.of(to)), ""));
    return this;
  }

  /** With a licence, and a proxy as healthy as that. */
  public ScriptedTwin licensed(boolean healthy, String errors) {
    return answer("/api/v2/workspaceproxies", 200, PROXIES.formatted(healthy, errors))
        .answer("/api/v2/regions", 200, PROXIES.formatted(healthy, errors));
  }

  private static Outcome answer(int status, Map<String, List<String>> headers, String body) {
    return new Outcome.Response(status, headers, body, "127.0.0.1", Duration.ofMillis(1));
  }

  @Override
  public void heal() {
    fine();
  }

  private void fine() {
    down = false;
    cut = false;
    answers.clear();
    answer("/", 200, "<html>");
    answer("/healthz", 200, "OK");
    answer("/derp/latency-check", 200, "");
    answer("/api/v2/buildinfo", 200, "{\"version\":\"v2.27.1+2f2ee3e\"}");
    answer("/api/v2/users/me", 200, "{\"username\":\"a\",\"roles\":[{\"name\":\"owner\"}]}");
    answer("/api/v2/workspaceproxies", 403, UNLICENSED);
    answer("/api/v2/regions", 200, "{\"regions\":[{\"name\":\"primary\",\"healthy\":true}]}");
  }

  @Override
  public List<String> coderLog(Region region) {
    return cut
        ? List.of("fine", "Failed to dial peers: dial tcp 10.1.0.9:8080: i/o timeout")
        : List.of("fine");
  }

  @Override
  public Facts facts() {
    return facts;
  }

  @Override
  public List<Region> regions() {
    return List.of(Region.US_EAST_2, Region.US_WEST_2);
  }

  @Override
  public void stopCoder(Region region, Optional<Integer> replica) {
    down = true;
  }

  @Override
  public void network(Facts other) {
    cut = true;
  }

  @Override
  public Set<Region> places() {
    return new LinkedHashSet<>(regions());
  }

  @Override
  public Client from(Region region) {
    return new Visitor(region);
  }

  @Override
  public void pass(Duration time) {}

  @Override
  public Duration elapsed() {
    return Duration.ZERO;
  }

  @Override
  public void stopDatabase() {}

  @Override
  public void loseRegion(Region region) {}

  @Override
  public void roundTrip(Region one, Region other, Duration time) {}

  @Override
  public Optional<Duration> probe(Region from, Region to) {
    return Optional.empty();
  }

  @Override
  public String ownerToken() {
    return "0123456789-abcdefghijklmnopqrstuv";
  }

  @Override
  public Optional<String> workspaceKey(Region region) {
    return Optional.empty();
  }

  @Override
  public List<String> rotateKey() {
    return List.of();
  }

  @Override
  public void close() {}

  private final class Visitor implements Client {
    private final Region region;

    Visitor(Region region) {
      this.region = region;
    }

    @Override
    public Region region() {
      return region;
    }

    @Override
    public String address() {
      return "127.0.0.9";
    }

    @Override
    public Resolution resolve(String name) {
      return new Resolution(name, "NOERROR", List.of("127.0.0.1"), Duration.ZERO);
    }

    @Override
    public Outcome send(Request request) {
      return down
          ? new Outcome.Failure(Outcome.Stage.CONNECT, "nobody took the connection")
          : answers.getOrDefault(
              request.uri().getPath(), answer(404, Map.of(), "{\"message\":\"Route not found.\"}"));
    }

    @Override
    public Conversation converse(URI uri, KeepAlive keepAlive) {
      throw new TrafficException("no WebSocket here");
    }
  }
}
