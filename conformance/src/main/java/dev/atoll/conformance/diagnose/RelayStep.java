package dev.atoll.conformance.diagnose;

import dev.atoll.aws.Region;
import dev.atoll.conformance.diagnose.Result.Trouble;
import dev.atoll.traffic.Client;
import dev.atoll.traffic.Outcome;
import dev.atoll.traffic.Outcome.Response;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Whether the DERP relay answers: 200 with an empty body, which the dashboard never gives. */
final class RelayStep implements Step {

  private static final String PATH = "/derp/latency-check";

  @Override
  public String question() {
    return "Does the relay answer /derp/latency-check, empty?";
  }

  @Override
  public Result take(Scene scene) {
    if (scene.internet().isEmpty()) {
      return Result.open("nobody to ask: --live, or a twin");
    }
    List<Trouble> troubles = new ArrayList<>();
    Set<Region> asked = new LinkedHashSet<>();
    for (Region region : scene.serverRegions()) {
      Client client = scene.near(region).orElseThrow();
      if (asked.add(client.region())) {
        judge(scene, client, troubles);
      }
    }
    return troubles.isEmpty()
        ? Result.fine("200 and empty, asked from near " + asked)
        : Result.broken(troubles);
  }

  private static void judge(Scene scene, Client client, List<Trouble> troubles) {
    Outcome outcome = scene.ask(client, PATH);
    String said = outcome.fold(RelayStep::said, Object::toString);
    if (!said.isEmpty()) {
      troubles.add(
          new Trouble(
              "CDR-5",
              "the relay answers " + said,
              List.of(
                  "%s, asked from near %s".formatted(scene.url().resolve(PATH), client.region())),
              "HTML: set CODER_DERP_SERVER_ENABLE=true in every Region. Silence: the way to the"
                  + " load balancer, and from there to the pods."));
    }
  }

  private static String said(Response response) {
    if (response.status() != 200) {
      return String.valueOf(response.status());
    }
    return response.body().isEmpty()
        ? ""
        : "200 with the dashboard's page, as it does while DERP is off";
  }
}
