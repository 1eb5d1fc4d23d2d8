package dev.atoll.itest.twin.coder;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.atoll.itest.twin.pod.SecretValues;
import dev.atoll.itest.twin.standin.Pods;
import dev.atoll.itest.twin.standin.Script;
import dev.atoll.itest.twin.standin.Stage;
import dev.atoll.itest.twin.standin.Wire;
import dev.atoll.traffic.Outcome.Response;
import dev.atoll.traffic.Request;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Coder's servers and proxies on a stage. */
final class CoderScript extends Script {

  private static final String PROXY = "us-west-2.coderdemo.io";

  private final List<CoderServer> servers = new ArrayList<>();
  private Optional<CoderServer> proxy = Optional.empty();
  private String token = "";

  CoderScript(Stage stage) {
    super(stage, "coder", "built-in of coder-1");
  }

  static Map<String, String> chart() {
    Map<String, String> chart = new HashMap<>();
    chart.put("CODER_HTTP_ADDRESS", "0.0.0.0:8080");
    chart.put("CODER_DERP_SERVER_RELAY_URL", "http://$(KUBE_POD_IP):8080");
    chart.put("CODER_ACCESS_URL", "https://coderdemo.io");
    chart.put("CODER_WILDCARD_ACCESS_URL", "*.coderdemo.io");
    chart.put("CODER_DERP_SERVER_ENABLE", "true");
    chart.put("CODER_REDIRECT_TO_ACCESS_URL", "false");
    chart.put("CODER_TLS_ENABLE", "false");
    chart.put("CODER_SECURE_AUTH_COOKIE", "true");
    chart.put("CODER_PG_CONNECTION_URL", "postgres://coder@db:5432/coder?sslmode=verify-full");
    return chart;
  }

  CoderServer server(int number) {
    return servers.get(number);
  }

  CoderServer proxy() {
    return proxy.orElseThrow();
  }

  @Override
  protected void start(Map<String, Optional<String>> settings, String replicas) throws IOException {
    Map<String, String> chart = chart();
    servers.add(start("coder-0", 1, chart, settings, List.of(), "v2.27.1"));
    stage.name("coderdemo.io", servers.get(0).address());
    if (!replicas.isEmpty()) {
      if (replicas.endsWith("its own database")) {
        chart.remove("CODER_PG_CONNECTION_URL");
      }
      servers.add(start("coder-1", 2, chart, settings, List.of(), "v2.27.1"));
    }
  }

  private CoderServer start(
      String name,
      int number,
      Map<String, String> chart,
      Map<String, Optional<String>> settings,
      List<String> command,
      String version)
      throws IOException {
    return CoderServer.start(
        settings(chart, settings, command, version), stage.around(name, number));
  }

  /** What a Deployment with the chart's settings and these others says. */
  static CoderSettings settings(
      Map<String, String> chart,
      Map<String, Optional<String>> others,
      List<String> command,
      String version) {
    return CoderSettings.of(
        Pods.workload("coder", "ghcr.io/coder/coder:" + version, command, chart, others),
        SecretValues.NONE);
  }

  @Override
  protected void act(String what) throws IOException {
    if (what.startsWith("licence ")) {
      license(what.substring(8).split(" ", -1));
    } else if (what.startsWith("proxy") && !what.equals("proxy killed")) {
      license(Licence.WORKSPACE_PROXY);
      startProxy(what.equals("proxy") ? "v2.27.1" : what.substring(6));
    } else {
      end(what);
    }
  }

  private void end(String what) {
    switch (what) {
      case "proxy killed" -> proxy().kill();
      case "first replica killed" -> server(0).kill();
      case "second replica killed" -> server(1).kill();
      case "second replica closed" -> server(1).close();
      default -> throw new AssertionError("nobody knows how to do this: " + what);
    }
  }

  private void license(String... features) throws IOException {
    post("licenses", "{\"license\":\"" + Licence.entitling(features) + "\"}");
  }

  private Response post(String where, String json) throws IOException {
    Response answer =
        Wire.send(
            Stage.CLIENT,
            server(0).address(),
            Request.post("https://coderdemo.io/api/v2/" + where, json)
                .with("Coder-Session-Token", server(0).ownerToken()));
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    return answer;
  }

  private void startProxy(String version) throws IOException {
    String made =
        post(
                "workspaceproxies",
                "{\"name\":\"us-west-2\",\"display_name\":\"Oregon\",\"icon\":\"/emojis/1f1fa-1f1f8.png\"}")
            .body();
    token = new JsonMapper().readTree(made).path("proxy_token").asText();
    startProxyAgain(version);
  }

  /** Starts the proxy with the token that it has. */
  void startProxyAgain() throws IOException {
    startProxyAgain("v2.27.1");
  }

  private void startProxyAgain(String version) throws IOException {
    Map<String, String> chart = chart();
    chart.remove("CODER_PG_CONNECTION_URL");
    chart.put("CODER_PRIMARY_ACCESS_URL", "https://coderdemo.io");
    chart.put("CODER_PROXY_SESSION_TOKEN", token);
    chart.put("CODER_ACCESS_URL", "https://" + PROXY);
    chart.put("CODER_WILDCARD_ACCESS_URL", "*." + PROXY);
    CoderServer started =
        start("proxy", 3, chart, Map.of(), List.of("/opt/coder", "wsproxy", "server"), version);
    proxy = Optional.of(started);
    stage.name(PROXY, started.address());
  }

  @Override
  protected InetSocketAddress address(int replica, String host) {
    return host.endsWith(PROXY) && proxy.isPresent()
        ? proxy().address()
        : server(replica - 1).address();
  }

  @Override
  protected Map.Entry<String, String> credentials(String who) {
    assertThat(who).isEqualTo("owner");
    return Map.entry("Coder-Session-Token", server(0).ownerToken());
  }

  @Override
  protected List<String> log() {
    return server(0).log();
  }

  @Override
  public void close() {
    proxy.ifPresent(CoderServer::close);
    servers.forEach(CoderServer::close);
  }
}
