package dev.atoll.practice.operations;

import static dev.atoll.practice.Citation.progress;

import dev.atoll.facts.Facts;
import dev.atoll.facts.coder.CoderUrl;
import dev.atoll.facts.coder.CoderUrl.Server;
import dev.atoll.facts.coder.ProxyEntry;
import dev.atoll.practice.About;
import dev.atoll.practice.EvidenceKind;
import dev.atoll.practice.Inspection;
import dev.atoll.practice.Judgement;
import dev.atoll.practice.OnlyInTraffic;
import dev.atoll.practice.Tried;
import dev.atoll.practice.traffic.Attempt;
import dev.atoll.practice.traffic.Clients;
import dev.atoll.practice.traffic.CoderApi;
import dev.atoll.practice.traffic.Hosts;
import dev.atoll.practice.traffic.Whereabouts;
import dev.atoll.traffic.Client;
import dev.atoll.traffic.Json;
import dev.atoll.traffic.Outcome;
import dev.atoll.traffic.Outcome.Response;
import dev.atoll.traffic.Twin;
import java.util.List;
import java.util.Optional;

/**
 * OPS-2: what a user does in the browser, request by request: opens the access URL, sees the menu
 * of Regions, has the latency of each measured, chooses a proxy, and is answered by it.
 */
public final class UserExperience implements Tried, OnlyInTraffic {

  private static final About ABOUT =
      About.promise(
              "OPS-2",
              "A user is sent to the nearest region, chooses Oregon, and the traffic moves there")
          .from(progress("Next Steps, 5. Test User Experience"))
          .because(
              "Pods, records and registrations can all be green while the menu is empty or the"
                  + " traffic stays in Ohio. Only the user's own path shows it.")
          .fix(
              "Walk it: nearest region, region selector, refresh latency, choose Oregon, and see"
                  + " the bytes arrive there.")
          .wants(EvidenceKind.TRAFFIC, EvidenceKind.LIVE);

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Judgement attempt(Twin twin) {
    Facts topology = twin.facts().intended().orElse(twin.facts());
    Optional<String> awaits =
        topology.all(ProxyEntry.class).stream()
            .flatMap(entry -> entry.awaits().stream())
            .findFirst();
    List<CoderUrl> proxies =
        topology.all(CoderUrl.class).stream()
            .filter(url -> url.server() == Server.WORKSPACE_PROXY)
            .toList();
    return Attempt.on(
        twin,
        ABOUT,
        "there is no workspace proxy to choose" + awaits.map(why -> ": " + why).orElse(""),
        inspection -> {
          Optional<String> host = new Hosts(twin.facts()).access();
          if (awaits.isEmpty() && host.isPresent()) {
            proxies.forEach(proxy -> walk(inspection, twin, host.get(), proxy));
          }
        });
  }

  private static void walk(Inspection inspection, Twin twin, String host, CoderUrl proxy) {
    // Whoever is nearest to the primary has the most to move.
    Client user = Clients.near(twin, twin.regions().get(0));
    CoderApi api = CoderApi.session(user, host, twin.ownerToken());
    Outcome page = api.get("/");
    Outcome menu = api.regions();
    Optional<Json> entry =
        menu.response()
            .flatMap(response -> Json.of(response.body()))
            .flatMap(json -> json.at("regions"))
            .flatMap(list -> list.elements().stream().filter(each -> is(each, proxy)).findFirst());
    if (!CoderApi.is(page, 200) || !CoderApi.is(menu, 200)) {
      inspection.undecided(
          "%s and its Regions: %s, %s".formatted(host, CoderApi.show(page), CoderApi.show(menu)));
      return;
    }
    inspection.look("walk of a user");
    if (entry.isEmpty()) {
      inspection.violation(
          "the menu of Regions has no %s".formatted(proxy.access().show()), proxy.source());
      return;
    }
    String chosen = proxy.host().asOptional().orElse(host);
    Outcome latency = CoderApi.visitor(user, chosen).get("/latency-check");
    Outcome there = CoderApi.visitor(user, chosen).get("/healthz");
    if (!CoderApi.is(latency, 200) || !CoderApi.is(there, 200)) {
      inspection.violation(
          "%s is in the menu and answers %s, %s"
              .formatted(chosen, CoderApi.show(latency), CoderApi.show(there)),
          proxy.source());
      return;
    }
    moved(
        inspection,
        Whereabouts.ask(user, new Hosts(twin.facts())),
        "a user in %s chose %s".formatted(user.region(), chosen),
        page.response().orElseThrow(),
        there.response().orElseThrow());
  }

  private static boolean is(Json entry, CoderUrl proxy) {
    return proxy
        .access()
        .is(url -> entry.text("path_app_url").filter(url::equals).isPresent())
        .isYes();
  }

  private static void moved(
      Inspection inspection, Whereabouts where, String who, Response before, Response after) {
    String there = where.show(after.server());
    // Where the proxy's name still leads to servers they answer all of this as well.
    if (before.server().equals(after.server()) || where.of(after.server()).isPresent()) {
      inspection.violation("%s and is answered by the servers in %s".formatted(who, there));
      return;
    }
    inspection.evidence(
        "%s and was answered no longer by %s but by the proxy, at %s, within %d ms"
            .formatted(who, where.show(before.server()), there, after.took().toMillis()));
  }
}
