package dev.atoll.itest.twin.coder;

import dev.atoll.itest.twin.standin.RealScript;
import dev.atoll.itest.twin.standin.RealServer;
import dev.atoll.itest.twin.standin.Stage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The same lines, played by real servers. */
final class RealCoderScript extends RealScript {

  private final Path program;
  private final Path folder;
  private String token = "";

  RealCoderScript(Stage stage, Path program, Path folder) {
    super(stage);
    this.program = program;
    this.folder = folder;
  }

  @Override
  protected void start(Map<String, Optional<String>> settings, String replicas) throws IOException {
    servers.add(start(1, settings));
    token = RealCoder.ownerToken(servers.get(0).address());
    if (!replicas.isEmpty()) {
      servers.add(start(2, settings));
    }
  }

  private RealServer start(int number, Map<String, Optional<String>> other) throws IOException {
    String ip = stage.around("coder-" + (number - 1), number).host().address().getHostAddress();
    Map<String, String> settings =
        new HashMap<>(
            CoderScript.settings(CoderScript.chart(), other, List.of(), "v2.27.1")
                .environment(ip)
                .values());
    settings.put(
        "CODER_PG_CONNECTION_URL",
        "postgres://postgres@%s:%d/real?sslmode=disable"
            .formatted(
                stage.writer.address().getAddress().getHostAddress(),
                stage.writer.address().getPort()));
    // Every replica has the whole machine; here, each has an address of it.
    settings.replaceAll((name, value) -> value.replace("0.0.0.0:", ip + ":"));
    settings.computeIfPresent("CODER_DERP_CONFIG_PATH", (name, path) -> derpMap().toString());
    String listens = settings.get("CODER_HTTP_ADDRESS");
    int port = Integer.parseInt(listens.substring(listens.lastIndexOf(':') + 1));
    Path own = Files.createDirectories(folder.resolve("coder-" + number));
    return RealCoder.start(program, own, new InetSocketAddress(ip, port), settings);
  }

  private Path derpMap() {
    try {
      return Files.writeString(
          folder.resolve("derp-map.json"),
          """
          {"Regions": {"1": {"RegionID": 1, "RegionCode": "elsewhere", "RegionName": "Elsewhere",
            "Nodes": [{"Name": "1a", "RegionID": 1, "HostName": "derp.example.com"}]}}}
          """);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  protected void act(String what) {
    switch (what) {
      case "first replica killed" -> servers.get(0).kill();
      case "second replica killed" -> servers.get(1).kill();
      case "second replica closed" -> servers.get(1).close();
      default -> throw new AssertionError("no real server does this: " + what);
    }
  }

  @Override
  protected Map.Entry<String, String> credentials(String who) {
    return Map.entry("Coder-Session-Token", token);
  }

  @Override
  public void close() {
    servers.forEach(RealServer::close);
  }
}
