package dev.atoll.conformance.diagnose;

import dev.atoll.aws.Region;
import dev.atoll.conformance.diagnose.Result.Trouble;
import dev.atoll.traffic.Client;
import dev.atoll.traffic.Outcome;
import java.util.ArrayList;
import java.util.List;

/** "Verify network connectivity from us-west-2 to primary deployment." */
final class PrimaryReachableStep implements Step {

  private static final String FIX =
      "From a pod there: nslookup the name, then curl -i it. No name: the zone's records (DNS-1)."
          + " No connection: the way out of the private subnets (NAT) and the load balancer's own"
          + " security group. Another certificate: its names (SEC-3). An authority of your own:"
          + " --ca-file.";

  @Override
  public String question() {
    return "Is the primary deployment reached from the proxies' Regions?";
  }

  @Override
  public Result take(Scene scene) {
    if (scene.internet().isEmpty()) {
      return Result.open("nobody to ask: --live, or a twin");
    }
    List<Region> wanted =
        scene.proxyRegions().isEmpty() ? scene.serverRegions() : scene.proxyRegions();
    List<Trouble> troubles = new ArrayList<>();
    List<String> seen = new ArrayList<>();
    for (Region region : wanted) {
      Client client = scene.near(region).orElseThrow();
      Outcome outcome = scene.ask(client, "/healthz");
      String from = "asked from near " + client.region();
      String said = outcome.fold(r -> r.status() + "", Object::toString);
      if (outcome.response().filter(response -> response.status() == 200).isEmpty()) {
        troubles.add(
            new Trouble(
                "PRX-8",
                "%s does not answer as it should: %s".formatted(scene.url(), said),
                List.of(from),
                FIX));
      } else {
        seen.add(from + (client.region().equals(region) ? "" : ", not from " + region));
      }
    }
    return troubles.isEmpty()
        ? Result.fine(String.join("; ", seen.stream().distinct().toList()))
        : Result.broken(troubles.stream().distinct().toList());
  }
}
