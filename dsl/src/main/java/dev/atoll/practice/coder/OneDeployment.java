package dev.atoll.practice.coder;

import dev.atoll.aws.Region;
import dev.atoll.facts.Facts;
import dev.atoll.practice.About;
import dev.atoll.practice.Inspection;
import dev.atoll.practice.Judgement;
import dev.atoll.practice.traffic.Attempt;
import dev.atoll.practice.traffic.Clients;
import dev.atoll.practice.traffic.CoderApi;
import dev.atoll.practice.traffic.Hosts;
import dev.atoll.traffic.Internet;
import dev.atoll.traffic.Json;
import dev.atoll.traffic.Outcome;
import dev.atoll.traffic.Outcome.Response;
import dev.atoll.traffic.Twin;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The servers of all Regions are one Coder: to visitors, and to somebody with a session. */
record OneDeployment(About about) {

  /** How Coder calls the Region of its own servers. */
  private static final Set<String> SERVERS = Set.of("primary", "default");

  private static final String NOTHING = "under which URL Coder serves is not known";

  /** The id of a deployment is in its database, so servers of one database say the same. */
  Judgement ask(Internet internet, Facts facts) {
    Inspection inspection = new Inspection(about);
    Hosts hosts = new Hosts(facts);
    Map<String, Region> ids = new TreeMap<>();
    for (Region region : hosts.regions()) {
      CoderApi.at(region, Clients.near(internet, region), hosts)
          .map(CoderApi::buildInfo)
          .flatMap(OneDeployment::deployment)
          .ifPresentOrElse(
              id -> {
                inspection.look("Region");
                ids.putIfAbsent(id, region);
              },
              () ->
                  inspection.undecided("which deployment the servers of %s are".formatted(region)));
    }
    if (ids.size() > 1) {
      inspection.violation(
          "%s are deployments of their own: each has its own database".formatted(ids.values()));
    }
    inspection.evidence("every Region says the same deployment_id");
    return inspection.judgement(NOTHING);
  }

  private static Optional<String> deployment(Outcome outcome) {
    return outcome
        .response()
        .filter(response -> response.status() == 200)
        .flatMap(response -> Json.of(response.body()))
        .flatMap(json -> json.text("deployment_id"));
  }

  /** One session is good in every Region, and shows one Region to choose: the default one. */
  Judgement attempt(Twin twin) {
    return Attempt.on(twin, about, NOTHING, inspection -> attempt(inspection, twin));
  }

  private void attempt(Inspection inspection, Twin twin) {
    Hosts hosts = new Hosts(twin.facts());
    for (Region region : hosts.regions()) {
      Optional<CoderApi> visitor = CoderApi.at(region, Clients.near(twin, region), hosts);
      if (visitor.isEmpty()) {
        inspection.undecided("no name leads to the Coder servers of %s alone".formatted(region));
        continue;
      }
      CoderApi api = visitor.get().with(twin.ownerToken());
      Outcome me = api.me();
      me.response()
          .ifPresentOrElse(
              response -> session(inspection, api, response, region),
              () -> inspection.undecided("%s: %s".formatted(api.host(), me)));
    }
  }

  private static void session(Inspection inspection, CoderApi api, Response me, Region region) {
    inspection.look("Region");
    if (me.status() == 401) {
      inspection.violation("%s does not know a session of the same deployment".formatted(region));
      return;
    }
    Outcome outcome = api.regions();
    Optional<List<Json>> listed =
        outcome
            .response()
            .filter(response -> response.status() == 200)
            .flatMap(response -> Json.of(response.body()))
            .flatMap(json -> json.at("regions"))
            .map(Json::elements);
    if (listed.isEmpty()) {
      inspection.undecided(
          "the Regions that %s shows: %s".formatted(region, CoderApi.show(outcome)));
      return;
    }
    List<String> names = listed.get().stream().flatMap(each -> each.text("name").stream()).toList();
    // Whatever else is there are workspace proxies, which PRX-4 looks at.
    long servers = names.stream().filter(SERVERS::contains).count();
    if (servers != 1) {
      inspection.violation(
          "%s shows %s; replicas are one Region, the default one".formatted(region, names));
    }
    inspection.evidence("a session is good in %s and is shown %s".formatted(region, names));
  }
}
