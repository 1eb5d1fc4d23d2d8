package dev.atoll.conformance.diagnose;

import dev.atoll.conformance.diagnose.Result.State;
import dev.atoll.traffic.Client;
import dev.atoll.traffic.Outcome;
import dev.atoll.traffic.Request;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** Whether a browser gets to the page: as it is set, and as it is answered. */
final class RedirectStep implements Step {

  private static final int PATIENCE = 10;
  private static final JudgedStep SETTING =
      JudgedStep.of("CODER_REDIRECT_TO_ACCESS_URL=false", "CDR-1");

  @Override
  public String question() {
    return "Does the access URL lead to a page, without a redirect loop?";
  }

  @Override
  public Result take(Scene scene) {
    Result asSet = SETTING.take(scene);
    if (asSet.state() == State.BROKEN || scene.internet().isEmpty()) {
      return asSet;
    }
    return followed(scene, scene.anybody().orElseThrow());
  }

  private static Result followed(Scene scene, Client client) {
    URI next = scene.url().resolve("/");
    Set<URI> seen = new LinkedHashSet<>();
    while (seen.size() < PATIENCE && seen.add(next)) {
      Outcome outcome = client.send(Request.get(next.toString()));
      if (outcome.response().isEmpty()) {
        return Result.open(next + ": " + outcome);
      }
      Optional<String> location = outcome.response().get().header("location");
      if (location.isEmpty()) {
        return Result.fine("%s is answered after %d redirects".formatted(next, seen.size() - 1));
      }
      next = next.resolve(location.get());
    }
    return Result.broken(
        "CDR-1",
        "%s is redirected again and again, to %s".formatted(scene.url(), next),
        "asked from near " + client.region(),
        "Set CODER_REDIRECT_TO_ACCESS_URL=false in every Region: TLS ends at the load balancer.");
  }
}
