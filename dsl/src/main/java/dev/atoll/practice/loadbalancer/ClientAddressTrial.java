package dev.atoll.practice.loadbalancer;

import dev.atoll.aws.Region;
import dev.atoll.practice.About;
import dev.atoll.practice.Inspection;
import dev.atoll.practice.Judgement;
import dev.atoll.practice.traffic.Attempt;
import dev.atoll.practice.traffic.Clients;
import dev.atoll.practice.traffic.CoderApi;
import dev.atoll.practice.traffic.Hosts;
import dev.atoll.practice.traffic.SeenAddress;
import dev.atoll.traffic.Client;
import dev.atoll.traffic.Twin;

/** Clients from near and far come to every Region, whose servers say whom they saw. */
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
            for (Client client : Clients.both(twin, region)) {
              CoderApi.at(region, client, hosts)
                  .ifPresent(api -> attempt(inspection, twin, region, api));
            }
          }
        });
  }

  private static void attempt(Inspection inspection, Twin twin, Region region, CoderApi api) {
    String seen = SeenAddress.of(twin, api);
    Client client = api.client();
    inspection.look("request");
    if (!seen.equals(client.address())) {
      inspection.violation(
          "%s in %s asked Coder in %s, which saw %s"
              .formatted(client.address(), client.region(), region, seen));
    }
    inspection.evidence(
        "Coder in %s sees %s of a client in %s".formatted(region, seen, client.region()));
  }
}
