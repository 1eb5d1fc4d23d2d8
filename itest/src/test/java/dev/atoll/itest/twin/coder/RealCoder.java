package dev.atoll.itest.twin.coder;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.atoll.itest.twin.standin.RealServer;
import dev.atoll.itest.twin.standin.Stage;
import dev.atoll.itest.twin.standin.Wire;
import dev.atoll.traffic.Outcome.Response;
import dev.atoll.traffic.Request;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Map;

/** A real Coder server. It listens on its loopback address and asks nobody outside this machine. */
final class RealCoder {

  private RealCoder() {}

  /**
   * Starts {@code coder server} and waits until it answers at all.
   *
   * @param folder for what it keeps, empty
   */
  static RealServer start(
      Path program, Path folder, InetSocketAddress address, Map<String, String> settings)
      throws IOException {
    ProcessBuilder builder = new ProcessBuilder(program.toString(), "server");
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
    return RealServer.start(
        builder,
        folder.resolve("coder.log"),
        address,
        Request.get(settings.get("CODER_ACCESS_URL") + "/healthz"));
  }

  /** Makes the first user unless there is one, and logs in. */
  static String ownerToken(InetSocketAddress server) throws IOException {
    String login =
        "\"email\":\"%s\",\"password\":\"%s\"".formatted(FirstUser.EMAIL, FirstUser.PASSWORD);
    post(server, "users/first", "{\"username\":\"" + FirstUser.NAME + "\"," + login + "}");
    Response session = post(server, "users/login", "{" + login + "}");
    if (session.status() == 307) {
      // One that sends everybody elsewhere lets nobody in.
      return "";
    }
    assertThat(session.status()).as(session.body()).isEqualTo(201);
    return new JsonMapper().readTree(session.body()).path("session_token").asText();
  }

  private static Response post(InetSocketAddress server, String where, String json)
      throws IOException {
    return Wire.send(
        Stage.CLIENT, server, Request.post("https://coderdemo.io/api/v2/" + where, json));
  }
}
