package dev.atoll.practice.coder;

import static dev.atoll.practice.Citation.page;
import static dev.atoll.practice.Citation.progress;

import dev.atoll.aws.Region;
import dev.atoll.facts.Facts;
import dev.atoll.practice.About;
import dev.atoll.practice.Asked;
import dev.atoll.practice.EvidenceKind;
import dev.atoll.practice.Inspection;
import dev.atoll.practice.Judgement;
import dev.atoll.practice.OnlyInTraffic;
import dev.atoll.practice.Subject;
import dev.atoll.practice.traffic.Clients;
import dev.atoll.practice.traffic.CoderApi;
import dev.atoll.practice.traffic.Hosts;
import dev.atoll.traffic.Client;
import dev.atoll.traffic.Internet;
import dev.atoll.traffic.Outcome;
import dev.atoll.traffic.Outcome.Response;

/** CDR-5: every Region is asked from near and from far. */
public final class RelayAnswers implements Asked, OnlyInTraffic {

  private static final About ABOUT =
      About.practice(
              "CDR-5",
              "/derp/latency-check answers 200 with an empty body, from the other region too")
          .subject(Subject.CODER)
          .from(
              progress("Completed Today, 3. DERP Server Configuration"),
              page(
                  "Coder 2.27.1, routes",
                  "https://github.com/coder/coder/blob/v2.27.1/coderd/coderd.go"))
          .corrects(
              "The endpoint times out when DERP is off.",
              "With DERP off the route does not exist and the path falls through to the dashboard:"
                  + " 200 with HTML. A time-out means that no packet arrives, which is the"
                  + " network's fault. Only 200 with an empty body proves the relay.")
          .because(
              "A check of the status alone stays green while the relay is off. Users behind strict"
                  + " firewalls then cannot open a terminal, and nothing alerts.")
          .fix(
              "Turn DERP on where HTML is answered. Where it times out, look at peering, routes"
                  + " and security groups (NET-2 to NET-5).")
          .wants(EvidenceKind.TRAFFIC);

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Judgement ask(Internet internet, Facts facts) {
    Inspection inspection = new Inspection(ABOUT);
    Hosts hosts = new Hosts(facts);
    for (Region region : hosts.regions()) {
      if (hosts.of(region).isEmpty()) {
        inspection.undecided("no name leads to the Coder servers of %s alone".formatted(region));
      }
      for (Client client : Clients.both(internet, region)) {
        CoderApi.at(region, client, hosts).ifPresent(api -> ask(inspection, api, region));
      }
    }
    return inspection.judgement("under which URL Coder serves is not known");
  }

  private static void ask(Inspection inspection, CoderApi api, Region region) {
    Outcome outcome = api.relay();
    Client client = api.client();
    outcome
        .response()
        .ifPresentOrElse(
            response -> judge(inspection, response, client, region),
            () ->
                inspection.undecided(
                    "the relay of %s, asked from %s: %s"
                        .formatted(region, client.region(), outcome)));
  }

  private static void judge(
      Inspection inspection, Response response, Client client, Region region) {
    inspection.look("answer");
    if (response.status() != 200) {
      inspection.violation(
          "the relay of %s answers %s %d".formatted(region, client.region(), response.status()));
    } else if (!response.body().isEmpty()) {
      inspection.violation(
          "the relay of %s answers %s with 200 and %s: DERP is off, and the dashboard answers"
              .formatted(
                  region, client.region(), response.header("content-type").orElse("a body")));
    } else {
      inspection.evidence("%s from %s: 200, empty".formatted(region, client.region()));
    }
  }
}
