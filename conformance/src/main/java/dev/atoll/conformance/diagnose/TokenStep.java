package dev.atoll.conformance.diagnose;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.atoll.traffic.Outcome;
import dev.atoll.traffic.Outcome.Response;

/** "Check Coder API token has admin permissions." */
final class TokenStep implements Step {

  private static final String PATH = "/api/v2/users/me";
  private static final String FIX =
      "Make a token as an owner (coder tokens create), store it in Secrets Manager, and give it to"
          + " the provider coderd.";

  @Override
  public String question() {
    return "Has the API token an owner's permissions?";
  }

  @Override
  public Result take(Scene scene) {
    return scene.toOwner(PATH, outcome -> answered(scene, outcome));
  }

  private static Result answered(Scene scene, Outcome outcome) {
    return outcome.fold(
        response -> answered(scene, response), failure -> Result.open(failure.toString()));
  }

  private static Result answered(Scene scene, Response response) {
    String where = scene.url().resolve(PATH).toString();
    if (response.status() == 401) {
      return Result.broken("PRX-8", "Coder does not know the token (401)", where, FIX);
    }
    if (response.status() != 200) {
      return Result.open("Coder answers %d".formatted(response.status()));
    }
    try {
      JsonNode roles = new ObjectMapper().readTree(response.body()).path("roles");
      if (!roles.isArray()) {
        return Result.open("Coder knows the token and does not say its roles");
      }
      return roles.findValuesAsText("name").contains("owner")
          ? Result.fine("it is an owner's")
          : Result.broken("PRX-8", "the token is not an owner's", where, FIX);
    } catch (JsonProcessingException e) {
      return Result.open("Coder answers 200 and no JSON");
    }
  }
}
