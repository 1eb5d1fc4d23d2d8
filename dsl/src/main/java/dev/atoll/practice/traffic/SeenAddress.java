package dev.atoll.practice.traffic;

import dev.atoll.traffic.Json;
import dev.atoll.traffic.Outcome;
import dev.atoll.traffic.TrafficException;
import dev.atoll.traffic.Twin;
import java.util.List;

/** Which address Coder says that a client has: a login that fails is in the audit log. */
public final class SeenAddress {

  private SeenAddress() {}

  /**
   * The address of that client's login in the audit log.
   *
   * @throws TrafficException when there is no answer, or no such entry
   */
  public static String of(Twin twin, CoderApi api) {
    String host = api.host();
    Outcome login = api.logIn("nobody@example.com", "wrong");
    Outcome log = api.with(twin.ownerToken()).audit();
    if (login.response().isEmpty() || !CoderApi.is(log, 200)) {
      throw new TrafficException(
          "%s: a login is answered %s, and a look at the audit log %s"
              .formatted(host, CoderApi.show(login), CoderApi.show(log)));
    }
    return entries(log).stream()
        .filter(entry -> entry.text("action").filter("login"::equals).isPresent())
        .flatMap(entry -> entry.text("ip").stream())
        .findFirst()
        .orElseThrow(() -> new TrafficException("the audit log has no login through " + host));
  }

  /** Coder lists the newest entries first. */
  private static List<Json> entries(Outcome log) {
    return log.response()
        .flatMap(response -> Json.of(response.body()))
        .flatMap(json -> json.at("audit_logs"))
        .map(Json::elements)
        .orElse(List.of());
  }
}
