package dev.atoll.itest.twin.litellm;

import dev.atoll.itest.twin.standin.RealScript;
import dev.atoll.itest.twin.standin.RealServer;
import dev.atoll.itest.twin.standin.Stage;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The same lines, played by real proxies. */
final class RealLiteLlmScript extends RealScript {

  private final RealLiteLlms proxies;
  private final String masterKey;

  RealLiteLlmScript(Stage stage, RealLiteLlms proxies, String masterKey) {
    super(stage);
    this.proxies = proxies;
    this.masterKey = masterKey;
  }

  @Override
  protected void start(Map<String, Optional<String>> settings, String replicas) throws IOException {
    servers.add(start(11, "real", settings));
    if (!replicas.isEmpty()) {
      servers.add(start(12, replicas.endsWith("its own database") ? "another" : "real", settings));
    }
  }

  private RealServer start(int number, String database, Map<String, Optional<String>> others)
      throws IOException {
    String ip = stage.around("litellm", number).host().address().getHostAddress();
    Map<String, String> chart = LiteLlmScript.chart(masterKey, database);
    Map<String, String> environment =
        new HashMap<>(LiteLlmScript.settings(chart, others).environment(ip).values());
    // The chart's entrance makes the URL of the parts that Secrets have.
    environment.remove("DATABASE_NAME");
    environment.put(
        "DATABASE_URL",
        "postgresql://postgres@%s:%d/%s"
            .formatted(
                stage.writer.address().getAddress().getHostAddress(),
                stage.writer.address().getPort(),
                database));
    return proxies.at(ip, environment);
  }

  @Override
  protected void act(String what) throws IOException {
    LiteLlmScript.act(what, servers.get(0).address());
  }

  @Override
  protected Map.Entry<String, String> credentials(String who) {
    return LiteLlmScript.credentials(who, masterKey);
  }

  @Override
  public void close() {}
}
