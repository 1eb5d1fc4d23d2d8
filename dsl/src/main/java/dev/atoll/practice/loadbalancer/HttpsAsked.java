package dev.atoll.practice.loadbalancer;

import dev.atoll.aws.Region;
import dev.atoll.facts.Facts;
import dev.atoll.practice.About;
import dev.atoll.practice.Inspection;
import dev.atoll.practice.Judgement;
import dev.atoll.practice.traffic.Clients;
import dev.atoll.practice.traffic.CoderApi;
import dev.atoll.practice.traffic.Hosts;
import dev.atoll.traffic.Client;
import dev.atoll.traffic.Internet;
import dev.atoll.traffic.Outcome.Failure;
import dev.atoll.traffic.Outcome.Stage;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * HTTPS is spoken at every name of every Region, with a certificate for the name, and it is Coder
 * that answers through it.
 */
record HttpsAsked(Inspection inspection, Internet internet, Optional<String> access) {

  static Judgement ask(About about, Internet internet, Facts facts) {
    Hosts hosts = new Hosts(facts);
    HttpsAsked asked = new HttpsAsked(new Inspection(about), internet, hosts.access());
    for (Region region : hosts.regions()) {
      Set<String> names = new LinkedHashSet<>(hosts.names(region));
      hosts.access().ifPresent(names::add);
      names.forEach(name -> asked.ask(Clients.near(internet, region), name));
    }
    return asked.inspection.judgement("under which URL Coder serves is not known");
  }

  private void ask(Client client, String name) {
    // Under a name of a Region Coder may take the request for an app's: what counts is behind 443.
    new CoderApi(client, name, access, Optional.empty())
        .healthz()
        .fold(
            response -> {
              inspection.look("name");
              return response.status() < 400
                  ? inspection.evidence("https://%s is answered with TLS".formatted(name))
                  : inspection.violation(
                      "443 of %s leads to something that answers %d"
                          .formatted(name, response.status()));
            },
            failure -> failed(client, name, failure));
  }

  private Inspection failed(Client client, String name, Failure failure) {
    String what = "https://%s, asked from %s: %s".formatted(name, client.region(), failure);
    // That a name is not answered at all is said by the rows about names.
    return failure.at() == Stage.NAME
        ? inspection.undecided(what)
        : inspection.look("name").violation(what);
  }
}
