package dev.atoll.itest.twin.litellm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.itest.twin.pod.SecretValues;
import dev.atoll.itest.twin.standin.Pods;
import dev.atoll.itest.twin.standin.Script;
import dev.atoll.itest.twin.standin.Stage;
import dev.atoll.itest.twin.standin.Wire;
import dev.atoll.traffic.Request;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** LiteLLM's proxies on a stage. */
final class LiteLlmScript extends Script {

  private static final String MASTER = "sk-master";

  private final List<LiteLlmServer> servers = new ArrayList<>();

  LiteLlmScript(Stage stage) {
    super(stage, "litellm", "another");
  }

  LiteLlmServer server(int number) {
    return servers.get(number);
  }

  /** The settings of the chart's Deployment. */
  static Map<String, String> chart(String masterKey, String database) {
    return Map.of("LITELLM_MASTER_KEY", masterKey, "DATABASE_NAME", database);
  }

  /** What a Deployment with the chart's settings and these others says. */
  static LiteLlmSettings settings(Map<String, String> chart, Map<String, Optional<String>> others) {
    return LiteLlmSettings.of(
        Pods.workload(
            "litellm",
            "ghcr.io/berriai/litellm:v1.108.5",
            List.of("--port", "4000"),
            chart,
            others),
        SecretValues.NONE);
  }

  @Override
  protected void start(Map<String, Optional<String>> settings, String replicas) throws IOException {
    servers.add(start(11, "litellm", settings));
    if (!replicas.isEmpty()) {
      servers.add(
          start(12, replicas.endsWith("its own database") ? "another" : "litellm", settings));
    }
  }

  private LiteLlmServer start(int number, String database, Map<String, Optional<String>> others)
      throws IOException {
    return LiteLlmServer.start(
        settings(chart(MASTER, database), others),
        stage.around("litellm-" + (number - 11), number));
  }

  @Override
  protected void act(String what) throws IOException {
    act(what, server(0).address());
  }

  /** Does what only this table says. */
  static void act(String what, InetSocketAddress server) throws IOException {
    assertThat(what).as("what somebody knows how to do").isEqualTo("ready");
    Wire.send(Stage.CLIENT, server, Request.get("http://llm.coderdemo.io/health/readiness"));
  }

  @Override
  protected InetSocketAddress address(int replica, String host) {
    return server(replica - 1).address();
  }

  @Override
  protected Map.Entry<String, String> credentials(String who) {
    return credentials(who, MASTER);
  }

  static Map.Entry<String, String> credentials(String who, String masterKey) {
    return Map.entry("Authorization", "Bearer " + (who.equals("master") ? masterKey : who));
  }

  @Override
  protected List<String> log() {
    return List.of();
  }

  @Override
  public void close() {
    servers.forEach(LiteLlmServer::close);
  }
}
