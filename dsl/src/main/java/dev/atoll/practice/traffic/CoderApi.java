package dev.atoll.practice.traffic;

import dev.atoll.aws.Region;
import dev.atoll.traffic.Client;
import dev.atoll.traffic.Outcome;
import dev.atoll.traffic.Outcome.Response;
import dev.atoll.traffic.Request;
import java.net.URI;
import java.util.Optional;

/**
 * Coder's own HTTP interface under one host name, as one client asks it.
 *
 * @param client who asks
 * @param host the name that is resolved, and that the certificate must cover
 * @param asked the host that the request says; the same when empty
 * @param token a session's token; empty for a visitor
 * @see <a href="https://coder.com/docs/reference/api">Coder API</a>
 */
public record CoderApi(Client client, String host, Optional<String> asked, Optional<String> token) {

  /** How a request shows its session. */
  public static final String SESSION = "Coder-Session-Token";

  /** Any agent: a stand-in has a terminal for each. */
  private static final String AGENT = "00000000-0000-4000-8000-000000000001";

  /** A visitor. */
  public static CoderApi visitor(Client client, String host) {
    return new CoderApi(client, host, Optional.empty(), Optional.empty());
  }

  /** Somebody with a session. */
  public static CoderApi session(Client client, String host, String token) {
    return visitor(client, host).with(token);
  }

  /**
   * A visitor of one Region's servers. A name of that Region leads there, and the request says the
   * host of the access URL: a name below the wildcard of apps Coder takes for an app's. Without
   * such a name only somebody who is near the Region gets there.
   *
   * @see <a href="https://github.com/coder/coder/blob/v2.27.1/coderd/workspaceapps/proxy.go">Coder
   *     2.27.1, parseHostname</a>
   */
  public static Optional<CoderApi> at(Region region, Client client, Hosts hosts) {
    Optional<String> access = hosts.access();
    Optional<String> name =
        hosts.of(region).or(() -> access.filter(host -> client.region().equals(region)));
    return name.map(host -> new CoderApi(client, host, access, Optional.empty()));
  }

  /** The same with a session. */
  public CoderApi with(String session) {
    return new CoderApi(client, host, asked, Optional.of(session));
  }

  /** Says OK as long as the process lives; it does not ask the database. */
  public Outcome healthz() {
    return get("/healthz");
  }

  /** Says {@code 200} and nothing while the relay is on; the dashboard's HTML while it is off. */
  public Outcome relay() {
    return get("/derp/latency-check");
  }

  /** Version and deployment. */
  public Outcome buildInfo() {
    return get("/api/v2/buildinfo");
  }

  /** Who one is: a request that no server answers without the database. */
  public Outcome me() {
    return get("/api/v2/users/me");
  }

  /** The Regions among which a user chooses. */
  public Outcome regions() {
    return get("/api/v2/regions");
  }

  /** The workspace proxies, for those whose licence has them. */
  public Outcome proxies() {
    return get("/api/v2/workspaceproxies");
  }

  /** The newest entries of the audit log. */
  public Outcome audit() {
    return get("/api/v2/audit?limit=50");
  }

  /** Tries to log in with a password. */
  public Outcome logIn(String email, String password) {
    return send(
        Request.post(
            url("/api/v2/users/login"),
            "{\"email\": \"%s\", \"password\": \"%s\"}".formatted(email, password)));
  }

  /**
   * The WebSocket of a workspace's terminal. A browser can set no header on it, so the session is
   * in the query.
   */
  public URI terminal() {
    return URI.create(
        "wss://%s/api/v2/workspaceagents/%s/pty?coder_session_token=%s"
            .formatted(host, AGENT, token.orElse("")));
  }

  /** Asks for a path. */
  public Outcome get(String path) {
    return send(Request.get(url(path)));
  }

  /** Sends a request as it is, with the session. */
  public Outcome send(Request request) {
    Request said = asked.map(name -> request.with("Host", name)).orElse(request);
    return client.send(token.map(text -> said.with(SESSION, text)).orElse(said));
  }

  /** The URL of a path. */
  public String url(String path) {
    return URI.create("https://" + host + path).toString();
  }

  /** Whether it was answered with that status. */
  public static boolean is(Outcome outcome, int status) {
    return outcome.response().filter(response -> response.status() == status).isPresent();
  }

  /** An outcome for people, in half a line. */
  public static String show(Outcome outcome) {
    return outcome.fold(CoderApi::show, Object::toString);
  }

  private static String show(Response response) {
    String body = response.body().strip();
    String shown = body.length() > 80 ? body.substring(0, 80) + "…" : body;
    return shown.isEmpty()
        ? "%d".formatted(response.status())
        : "%d \"%s\"".formatted(response.status(), shown.replaceAll("\\s+", " "));
  }
}
