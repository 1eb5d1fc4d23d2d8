package dev.atoll.itest.twin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.atoll.itest.twin.coder.Licence;
import dev.atoll.practice.traffic.CoderApi;
import dev.atoll.traffic.Outcome;
import dev.atoll.traffic.Request;
import dev.atoll.traffic.TrafficException;
import dev.atoll.traffic.Twin;
import java.io.UncheckedIOException;
import java.util.Map;

/**
 * A twin's Coder to which its owner added a licence, asked for what Coder's Terraform provider asks
 * it. What it is told is in the twin's database, for the next twin on it.
 *
 * @param owner its owner, with a session
 * @param token that session's
 */
public record LicensedCoder(CoderApi owner, String token) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int CREATED = 201;

  /**
   * Adds the licence.
   *
   * @param host the host of the access URL
   * @throws TrafficException when Coder does not take it
   */
  public static LicensedCoder of(Twin twin, String host) {
    String token = twin.ownerToken();
    LicensedCoder coder =
        new LicensedCoder(CoderApi.session(twin.from(twin.regions().get(0)), host, token), token);
    coder.create("/api/v2/licenses", Map.of("license", licence()));
    return coder;
  }

  private static String licence() {
    return Licence.entitling(Licence.WORKSPACE_PROXY, Licence.HIGH_AVAILABILITY, Licence.AUDIT_LOG);
  }

  /**
   * Makes the entry of a workspace proxy.
   *
   * @param name its name in Coder
   * @return the token with which it registers
   * @throws TrafficException when Coder refuses it
   */
  public String register(String name, String displayName, String icon) {
    return create(
            "/api/v2/workspaceproxies",
            Map.of("name", name, "display_name", displayName, "icon", icon))
        .path("proxy_token")
        .asText();
  }

  private JsonNode create(String path, Map<String, String> what) {
    try {
      Outcome outcome = owner.send(Request.post(owner.url(path), JSON.writeValueAsString(what)));
      if (!CoderApi.is(outcome, CREATED)) {
        throw new TrafficException("POST %s: %s".formatted(path, CoderApi.show(outcome)));
      }
      return JSON.readTree(outcome.response().orElseThrow().body());
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
