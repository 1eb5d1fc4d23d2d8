package dev.atoll.practice.coder;

import dev.atoll.aws.Region;
import dev.atoll.facts.Facts;
import dev.atoll.practice.About;
import dev.atoll.practice.Asked;
import dev.atoll.practice.Inspection;
import dev.atoll.practice.Judgement;
import dev.atoll.practice.traffic.Clients;
import dev.atoll.practice.traffic.Hosts;
import dev.atoll.traffic.Client;
import dev.atoll.traffic.Internet;
import dev.atoll.traffic.Outcome;
import dev.atoll.traffic.Request;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** CDR-1: the setting, and what a browser meets that follows where it is sent. */
final class NoRedirectLoop implements Asked {

  /** The documented limit of Chrome; Firefox and curl are as patient. */
  private static final int PATIENCE = 20;

  private final Setting setting =
      new Setting(
          CoderPractices.noRedirectToAccessUrl(), "CODER_REDIRECT_TO_ACCESS_URL", false, false);

  @Override
  public About about() {
    return setting.about();
  }

  @Override
  public Judgement judge(Facts facts) {
    return setting.judge(facts);
  }

  @Override
  public Judgement ask(Internet internet, Facts facts) {
    Inspection inspection = new Inspection(about());
    Hosts hosts = new Hosts(facts);
    for (Region region : hosts.regions()) {
      hosts.access().ifPresent(host -> follow(inspection, Clients.near(internet, region), host));
      hosts.of(region).ifPresent(host -> follow(inspection, Clients.near(internet, region), host));
    }
    return inspection.judgement("under which URL Coder serves is not known");
  }

  private static void follow(Inspection inspection, Client client, String host) {
    URI next = URI.create("https://" + host + "/");
    Set<URI> seen = new LinkedHashSet<>();
    while (seen.add(next)) {
      Outcome outcome = client.send(Request.get(next.toString()));
      Optional<URI> sent = outcome.response().flatMap(r -> r.header("location")).map(next::resolve);
      if (outcome.response().isEmpty()) {
        inspection.undecided("%s, asked from %s: %s".formatted(next, client.region(), outcome));
        return;
      }
      if (sent.isEmpty()) {
        inspection.look("way to a page");
        inspection.evidence(
            "https://%s/ is answered after %d redirects".formatted(host, seen.size() - 1));
        return;
      }
      next = sent.get();
      if (seen.size() > PATIENCE) {
        break;
      }
    }
    inspection.look("way to a page");
    inspection.violation(
        "https://%s/, asked from %s, is redirected to %s again and again"
            .formatted(host, client.region(), next));
  }
}
