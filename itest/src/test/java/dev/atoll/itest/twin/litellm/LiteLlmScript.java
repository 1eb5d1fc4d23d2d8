package dev.atoll.itest.twin.litellm;

import dev.atoll.itest.twin.pod.SecretValues;
import dev.atoll.itest.twin.standin.Pods;
import dev.atoll.itest.twin.standin.Script;
import dev.atoll.itest.twin.standin.Stage;
import dev.atoll.itest.twin.standin.Wire;
import dev.atoll.traffic.Request;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashMap;
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

  @Override
  protected void start(Map<String, Optional<String>> settings, String replicas) throws IOException {
    Map<String, String> chart = new HashMap<>();
    chart.put("LITELLM_MASTER_KEY", MASTER);
    chart.put("DATABASE_NAME", "litellm");
    servers.add(start("litellm-0", 11, chart, settings));
    if (!replicas.isEmpty()) {
      if (replicas.endsWith("its own database")) {
        chart.put("DATABASE_NAME", "another");
      }
      servers.add(start("litellm-1", 12, chart, settings));
    }
  }

  private LiteLlmServer start(
      String name, int number, Map<String, String> chart, Map<String, Optional<String>> settings)
      throws IOException {
    return LiteLlmServer.start(
        LiteLlmSettings.of(
            Pods.workload(
                "litellm",
                "ghcr.io/berriai/litellm:v1.108.5",
                List.of("--port", "4000"),
                chart,
                settings),
            SecretValues.NONE),
        stage.around(name, number));
  }

  @Override
  protected void act(String what) throws IOException {
    if (!what.equals("ready")) {
      throw new AssertionError("nobody knows how to do this: " + what);
    }
    Wire.send(
        Stage.CLIENT, server(0).address(), Request.get("http://llm.coderdemo.io/health/readiness"));
  }

  @Override
  protected InetSocketAddress address(int replica, String host) {
    return server(replica - 1).address();
  }

  @Override
  protected Map.Entry<String, String> credentials(String who) {
    return Map.entry("Authorization", "Bearer " + (who.equals("master") ? MASTER : who));
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
