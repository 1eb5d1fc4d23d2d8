package dev.atoll.practice.dns;

import dev.atoll.aws.Region;
import dev.atoll.facts.Facts;
import dev.atoll.practice.About;
import dev.atoll.practice.Inspection;
import dev.atoll.practice.Judgement;
import dev.atoll.practice.traffic.CoderApi;
import dev.atoll.practice.traffic.Hosts;
import dev.atoll.practice.traffic.Whereabouts;
import dev.atoll.traffic.Client;
import dev.atoll.traffic.Internet;
import dev.atoll.traffic.Outcome;
import dev.atoll.traffic.Outcome.Response;
import dev.atoll.traffic.Resolution;
import java.util.List;
import java.util.Optional;

/** LiteLLM's name leads to LiteLLM, wherever it is asked from, and never to Coder. */
record OwnRecordAsked(Inspection inspection, Hosts hosts) {

  /** LiteLLM's own word for "I am alive"; Coder answers any path with its dashboard. */
  private static final String ALIVE = "/health/liveliness";

  static Judgement ask(About about, Internet internet, Facts facts) {
    Hosts hosts = new Hosts(facts);
    OwnRecordAsked asked = new OwnRecordAsked(new Inspection(about), hosts);
    hosts
        .liteLlm()
        .ifPresent(
            name -> internet.places().forEach(place -> asked.ask(internet.from(place), name)));
    return asked.inspection.judgement("there is no LiteLLM with a public name");
  }

  private void ask(Client client, String name) {
    inspection.look("answer");
    Resolution resolution = client.resolve(name);
    if (!resolution.isAnswered()) {
      inspection.violation(
          "%s is answered %s in %s".formatted(name, resolution.rcode(), client.region()));
      return;
    }
    List<Region> coders =
        resolution.addresses().stream()
            .flatMap(address -> Whereabouts.ask(client, hosts).of(address).stream())
            .distinct()
            .toList();
    if (!coders.isEmpty()) {
      inspection.violation(
          "%s leads to the Coder servers of %s in %s: it falls under the wildcard"
              .formatted(name, coders, client.region()));
      return;
    }
    Outcome outcome = CoderApi.visitor(client, name).get(ALIVE);
    Optional<Response> html =
        outcome.response().filter(r -> r.header("content-type").orElse("").contains("html"));
    if (html.isPresent()) {
      inspection.violation("%s answers a web page in %s".formatted(name, client.region()));
    } else if (outcome.response().isEmpty()) {
      inspection.undecided("%s in %s: %s".formatted(name, client.region(), outcome));
    } else {
      inspection.evidence(
          "%s has its own answer: %s, %s"
              .formatted(name, resolution.addresses(), CoderApi.show(outcome)));
    }
  }
}
