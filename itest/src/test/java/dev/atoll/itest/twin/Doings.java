package dev.atoll.itest.twin;

import dev.atoll.aws.Region;
import dev.atoll.itest.twin.coder.FirstUser;
import dev.atoll.itest.twin.coder.Licence;
import dev.atoll.traffic.Outcome;
import dev.atoll.traffic.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a twin of the small world does, as those see it who use it. */
final class Doings {

  private static final Region OHIO = Region.US_EAST_2;
  private static final Region OREGON = Region.US_WEST_2;
  private static final Request ACCESS = Request.get("https://example.com/healthz");
  private static final Request MODELS = Request.get("https://llm.example.com/health/liveliness");

  private Doings() {}

  /**
   * What the twin does, in a few words each: who is answered, whose address Coder sees, whether the
   * replicas reach each other.
   */
  static List<String> of(RunningTwin twin) {
    List<String> does = new ArrayList<>();
    String licence = "{\"license\":\"%s\"}".formatted(Licence.entitling(Licence.AUDIT_LOG));
    asOwner(twin, Request.post("https://example.com/api/v2/licenses", licence));
    for (Region region : List.of(OHIO, OREGON)) {
      does.add("coder from %s: %s".formatted(region, shown(twin.from(region).send(ACCESS))));
      does.add("models from %s: %s".formatted(region, shown(twin.from(region).send(MODELS))));
      does.add(
          "the audit log shows clients from %s: %s".formatted(region, showsClient(twin, region)));
    }
    does.add("mesh: " + twin.probe(OHIO, OREGON).isPresent());
    does.add("mesh back: " + twin.probe(OREGON, OHIO).isPresent());
    does.add("missing: " + twin.missing());
    return does;
  }

  private static String asOwner(RunningTwin twin, Request request) {
    return twin.from(OHIO)
        .send(request.with("Coder-Session-Token", twin.ownerToken()))
        .fold(Outcome.Response::body, Object::toString);
  }

  /** Logs in, and looks whether the log then has one line more with the client's address. */
  private static boolean showsClient(RunningTwin twin, Region region) {
    Request log = Request.get("https://example.com/api/v2/audit");
    String address = "\"" + twin.from(region).address() + "\"";
    int before = asOwner(twin, log).split(address, -1).length;
    twin.from(region)
        .send(
            Request.post(
                "https://example.com/api/v2/users/login",
                "{\"email\":\"%s\",\"password\":\"%s\"}"
                    .formatted(FirstUser.EMAIL, FirstUser.PASSWORD)));
    return asOwner(twin, log).split(address, -1).length > before;
  }

  static String shown(Outcome outcome) {
    return outcome.fold(
        response -> String.valueOf(response.status()),
        failure -> failure.at().name().toLowerCase(Locale.ROOT));
  }
}
