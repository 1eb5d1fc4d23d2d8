package dev.atoll.itest.twin;

import static dev.atoll.aws.Region.US_WEST_2;
import static dev.atoll.itest.twin.SmallPods.variable;

import dev.atoll.facts.Facts;
import dev.atoll.facts.kubernetes.EnvironmentVariable.Literal;
import dev.atoll.facts.kubernetes.EnvironmentVariable.SecretKey;
import dev.atoll.facts.kubernetes.ObjectName;
import dev.atoll.facts.kubernetes.Workload;
import dev.atoll.facts.kubernetes.Workload.Kind;
import dev.atoll.itest.twin.database.PostgreSql;
import dev.atoll.itest.twin.pod.SecretValues;
import dev.atoll.topology.Topology;
import dev.atoll.topology.WorkspaceProxy;
import java.util.List;
import java.util.Optional;

/**
 * The small world whose licence has come, with a workspace proxy in Oregon.
 *
 * @param entered the name under which the proxy was entered in Coder
 * @param url what the proxy is told of its own URL
 * @param known whether the proxy has the token that Coder gave
 */
record LicensedWorld(String entered, String url, boolean known) {

  static final LicensedWorld AS_IT_IS =
      new LicensedWorld("us-west-2", "https://us-west-2.example.com", true);

  private static final String TOKEN = "CODER_PROXY_SESSION_TOKEN";

  LicensedWorld entered(String name) {
    return new LicensedWorld(name, url, known);
  }

  LicensedWorld url(String other) {
    return new LicensedWorld(entered, other, known);
  }

  LicensedWorld unknown() {
    return new LicensedWorld(entered, url, false);
  }

  Facts facts() {
    Topology topology =
        SmallWorld.topology(
                oregon ->
                    oregon.workspaceProxy(
                        proxy -> proxy.displayName("Oregon").awaiting("the licence is to come")))
            .licensed();
    return SmallWorld.facts(topology)
        .and(
            SmallEntrance.of(
                US_WEST_2, "proxy", workload(), "http", 8080, "/healthz", topology.facts()));
  }

  private Workload workload() {
    String name = WorkspaceProxy.NAMESPACE;
    return SmallPods.workload(
        new ObjectName(US_WEST_2, name, name),
        Kind.DEPLOYMENT,
        1,
        SmallPods.container(
            "coder",
            "ghcr.io/coder/coder:v2.27.1",
            List.of("/opt/coder", "wsproxy", "server"),
            8080,
            List.of(
                variable("CODER_HTTP_ADDRESS", new Literal("0.0.0.0:8080")),
                variable("CODER_PRIMARY_ACCESS_URL", new Literal("https://example.com")),
                variable("CODER_ACCESS_URL", new Literal(url)),
                variable("CODER_WILDCARD_ACCESS_URL", new Literal("*.us-west-2.example.com")),
                variable(TOKEN, new SecretKey(WorkspaceProxy.TOKEN, TOKEN)))));
  }

  /**
   * Starts a twin of it, after Coder was licensed and gave the proxy its token.
   *
   * @param database that nobody else has
   */
  RunningTwin start(PostgreSql postgres, String database) {
    return start(postgres, database, facts());
  }

  /** The same, of facts that are broken. */
  RunningTwin start(PostgreSql postgres, String database, Facts facts) {
    SecretValues before = secrets(database, "");
    String token;
    try (RunningTwin waiting =
        RunningTwin.of(SmallWorld.facts()).database(postgres).secrets(before).start()) {
      token = LicensedCoder.of(waiting, "example.com").register(entered, "Oregon", "");
    }
    String given = known ? token : token.substring(0, token.length() - 1) + "?";
    return RunningTwin.of(facts).database(postgres).secrets(secrets(database, given)).start();
  }

  static SecretValues secrets(String database, String token) {
    return (secret, key) ->
        switch (key) {
          case TOKEN -> Optional.of(token);
          case "url" ->
              SmallWorld.secrets()
                  .value(secret, key)
                  .map(url -> url.replace("/coder?", "/" + database + "?"));
          default -> SmallWorld.secrets().value(secret, key);
        };
  }
}
