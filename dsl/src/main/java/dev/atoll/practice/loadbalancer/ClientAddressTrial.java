package dev.atoll.practice.loadbalancer;

import dev.atoll.aws.Region;
import dev.atoll.practice.About;
import dev.atoll.practice.Inspection;
import dev.atoll.practice.Judgement;
import dev.atoll.practice.traffic.Attempt;
import dev.atoll.practice.traffic.Clients;
import dev.atoll.practice.traffic.CoderApi;
import dev.atoll.practice.traffic.Hosts;
import dev.atoll.traffic.Client;
import dev.atoll.traffic.Outcome;
import dev.atoll.traffic.Twin;
import java.util.List;
import java.util.UUID;

/** Coder's servers write whom a request came from; the path asked for tells the request. */
final class ClientAddressTrial {

  private ClientAddressTrial() {}

  static Judgement attempt(About about, Twin twin) {
    Hosts hosts = new Hosts(twin.facts());
    return Attempt.on(
        twin,
        about,
        "under which URL Coder serves is not known",
        inspection -> {
          for (Region region : hosts.regions()) {
            hosts
                .of(region)
                .ifPresentOrElse(
                    host ->
                        Clients.both(twin, region)
                            .forEach(client -> attempt(inspection, twin, region, client, host)),
                    () ->
                        inspection.undecided(
                            "no name leads to the Coder servers of %s alone".formatted(region)));
          }
        });
  }

  private static void attempt(
      Inspection inspection, Twin twin, Region region, Client client, String host) {
    String path = "/api/v2/" + UUID.randomUUID();
    Outcome outcome = CoderApi.visitor(client, host).get(path);
    List<String> lines =
        twin.coderLog(region).stream().filter(line -> line.contains(path)).toList();
    if (outcome.response().isEmpty() || lines.isEmpty()) {
      inspection.undecided(
          "what Coder in %s wrote of a request from %s (%s)"
              .formatted(region, client.address(), CoderApi.show(outcome)));
      return;
    }
    inspection.look("request");
    if (lines.stream().noneMatch(line -> line.contains(client.address()))) {
      inspection.violation(
          "%s asked Coder in %s, which saw: %s".formatted(client.address(), region, lines.get(0)));
    }
    inspection.evidence("%s arrives in %s".formatted(client.address(), region));
  }
}
