package dev.atoll.practice.traffic;

import dev.atoll.traffic.Json;
import dev.atoll.traffic.Outcome;
import dev.atoll.traffic.Request;
import dev.atoll.traffic.TrafficException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/**
 * The audit log is a feature of the licence. For the time of a trial a twin's owner adds one that
 * has it and nothing else: a real one's shape without a signature, which only a stand-in takes.
 */
final class TrialLicence {

  private static final String PATH = "/api/v2/licenses";

  private final CoderApi owner;
  private final Optional<Integer> id;

  private TrialLicence(CoderApi owner, Optional<Integer> id) {
    this.owner = owner;
    this.id = id;
  }

  /** Adds it; where it is not taken, the deployment's own licence has to do. */
  static TrialLicence add(CoderApi owner) {
    String text =
        encoded("{\"alg\":\"none\"}") + "." + encoded("{\"features\":{\"audit_log\":1}}") + ".";
    Outcome added =
        owner.send(Request.post(owner.url(PATH), "{\"license\":\"%s\"}".formatted(text)));
    Optional<Integer> id =
        added
            .response()
            .filter(response -> response.status() == 201)
            .flatMap(response -> Json.of(response.body()))
            .flatMap(json -> json.at("id"))
            .map(Json::content)
            .filter(Double.class::isInstance)
            .map(number -> ((Double) number).intValue());
    return new TrialLicence(owner, id);
  }

  private static String encoded(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Takes it away again. */
  void remove() {
    id.ifPresent(
        number -> {
          Request delete =
              new Request(
                  "DELETE", URI.create(owner.url(PATH + "/" + number)), Map.of(), Optional.empty());
          if (owner.send(delete).response().isEmpty()) {
            throw new TrafficException("the licence of a trial could not be taken away");
          }
        });
  }
}
