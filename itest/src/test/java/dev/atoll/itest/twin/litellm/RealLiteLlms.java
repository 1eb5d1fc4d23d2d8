package dev.atoll.itest.twin.litellm;

import dev.atoll.itest.twin.standin.RealServer;
import dev.atoll.traffic.Request;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Real LiteLLM proxies, kept until this is closed: one takes a while to start. */
final class RealLiteLlms implements AutoCloseable {

  private static final int PORT = 4000;

  private final Path program;
  private final Path folder;
  private final Map<String, RealServer> running = new HashMap<>();

  /**
   * @param program {@code litellm}, or what runs it
   * @param folder for what it keeps, empty
   */
  RealLiteLlms(Path program, Path folder) {
    this.program = program;
    this.folder = folder;
  }

  /** The proxy at an address, started when it does not run yet. */
  RealServer at(String ip, Map<String, String> environment) throws IOException {
    RealServer known = running.get(ip);
    if (known != null) {
      return known;
    }
    RealServer started = start(ip, environment);
    running.put(ip, started);
    return started;
  }

  private RealServer start(String ip, Map<String, String> environment) throws IOException {
    Path own = Files.createTempDirectory(folder, "litellm-");
    Path config =
        Files.writeString(
            own.resolve("config.yaml"),
            // As the chart has it; the model is nobody's, and its answer is made up by the proxy.
            """
            model_list:
              - model_name: stand-in
                litellm_params:
                  model: openai/stand-in
                  api_key: none
                  mock_response: answered by nobody
            general_settings:
              store_model_in_db: true
              user_api_key_cache_ttl: 60
            """);
    ProcessBuilder builder =
        new ProcessBuilder(
            program.toString(),
            "--config",
            config.toString(),
            "--host",
            ip,
            "--port",
            String.valueOf(PORT));
    builder.environment().keySet().removeIf(RealLiteLlms::isItsOwn);
    builder.environment().put("HOME", own.toString());
    // Prices of models, which it would else fetch.
    builder.environment().put("LITELLM_LOCAL_MODEL_COST_MAP", "True");
    builder.environment().putAll(environment);
    return RealServer.start(
        builder,
        own.resolve("litellm.log"),
        new InetSocketAddress(ip, PORT),
        Request.get("http://llm.coderdemo.io/health/liveliness"));
  }

  private static boolean isItsOwn(String variable) {
    return variable.startsWith("LITELLM_") || variable.startsWith("DATABASE_");
  }

  @Override
  public void close() {
    running.values().forEach(RealServer::close);
    running.clear();
  }
}
