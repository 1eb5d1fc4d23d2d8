package dev.atoll.itest.twin.coder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.atoll.itest.process.ChildProcess;
import dev.atoll.itest.twin.standin.Stage;
import dev.atoll.itest.twin.standin.Wire;
import dev.atoll.traffic.Outcome.Response;
import dev.atoll.traffic.Request;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A real Coder server, run from a program on this machine. It listens on its loopback address. */
final class RealCoder implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration GRACE = Duration.ofSeconds(20);

  private final ChildProcess process;
  private final Path log;
  private final InetSocketAddress address;

  private RealCoder(ChildProcess process, Path log, InetSocketAddress address) {
    this.process = process;
    this.log = log;
    this.address = address;
  }

  /**
   * Starts {@code coder server} and waits until it answers at all.
   *
   * @param folder for what it keeps, empty
   */
  static RealCoder start(
      Path program, Path folder, InetSocketAddress address, Map<String, String> settings)
      throws IOException {
    Path log = folder.resolve("coder.log");
    ProcessBuilder builder =
        new ProcessBuilder(program.toString(), "server")
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    Map<String, String> environment = builder.environment();
    environment.keySet().removeIf(name -> name.startsWith("CODER_"));
    environment.put("HOME", folder.toString());
    environment.put("CODER_CONFIG_DIR", folder.resolve("config").toString());
    environment.put("CODER_CACHE_DIRECTORY", folder.resolve("cache").toString());
    // Nothing outside this machine is asked, and nobody provisions anything.
    environment.put("CODER_TELEMETRY_ENABLE", "false");
    environment.put("CODER_UPDATE_CHECK", "false");
    environment.put("CODER_PROVISIONER_DAEMONS", "0");
    environment.put("CODER_DERP_SERVER_STUN_ADDRESSES", "disable");
    environment.putAll(settings);
    RealCoder started = new RealCoder(ChildProcess.startHeld(builder), log, address);
    try {
      await("Coder's first answer").atMost(PATIENCE).until(() -> started.answers(settings));
    } catch (RuntimeException e) {
      started.close();
      throw new AssertionError(String.join("\n", started.log()), e);
    }
    return started;
  }

  private boolean answers(Map<String, String> settings) throws IOException {
    if (!process.process().isAlive()) {
      throw new IllegalStateException("it ended");
    }
    try {
      URI url = URI.create(settings.get("CODER_ACCESS_URL") + "/healthz");
      return Wire.send(Stage.CLIENT, address, new Request("GET", url, Map.of(), Optional.empty()))
              .status()
          == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  /** Makes the first user unless there is one, and logs in. */
  String ownerToken() throws IOException {
    String login =
        "\"email\":\"%s\",\"password\":\"%s\"".formatted(FirstUser.EMAIL, FirstUser.PASSWORD);
    post("users/first", "{\"username\":\"" + FirstUser.NAME + "\"," + login + "}");
    Response session = post("users/login", "{" + login + "}");
    if (session.status() == 307) {
      // One that sends everybody elsewhere lets nobody in.
      return "";
    }
    assertThat(session.status()).as(session.body()).isEqualTo(201);
    return new JsonMapper().readTree(session.body()).path("session_token").asText();
  }

  private Response post(String where, String json) throws IOException {
    return Wire.send(
        Stage.CLIENT, address, Request.post("https://coderdemo.io/api/v2/" + where, json));
  }

  InetSocketAddress address() {
    return address;
  }

  List<String> log() {
    try {
      return Files.readAllLines(log);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** Ends it at once. */
  void kill() {
    process.tree().forEach(ProcessHandle::destroyForcibly);
    process.stop(GRACE);
  }

  @Override
  public void close() {
    process.stop(GRACE);
  }
}
