package dev.atoll.practice.proxy;

import static dev.atoll.practice.Citation.page;
import static dev.atoll.practice.Citation.progress;

import dev.atoll.facts.Facts;
import dev.atoll.facts.coder.ProxyEntry;
import dev.atoll.practice.About;
import dev.atoll.practice.EvidenceKind;
import dev.atoll.practice.Inspection;
import dev.atoll.practice.Judgement;
import dev.atoll.practice.OnlyInTraffic;
import dev.atoll.practice.Subject;
import dev.atoll.practice.Tried;
import dev.atoll.practice.traffic.Attempt;
import dev.atoll.practice.traffic.Clients;
import dev.atoll.practice.traffic.CoderApi;
import dev.atoll.practice.traffic.Hosts;
import dev.atoll.traffic.Outcome;
import dev.atoll.traffic.Twin;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** PRX-4: Coder's list has every proxy that the deployment wants, and calls it healthy. */
public final class RegisteredProxies implements Tried, OnlyInTraffic {

  private static final About ABOUT =
      About.practice("PRX-4", "The proxy is registered and healthy in Coder's own list")
          .subject(Subject.CODER)
          .from(
              progress("Next Steps, 3. Verify Workspace Proxy Registration"),
              page(
                  "Coder API, get workspace proxies",
                  "https://coder.com/docs/reference/api/enterprise#get-workspace-proxies"),
              page(
                  "Coder 2.27.1, type WorkspaceProxy",
                  "https://github.com/coder/coder/blob/v2.27.1/codersdk/workspaceproxy.go"))
          .corrects(
              "GET /api/v2/workspaceproxies answers"
                  + " {\"proxies\":[{…,\"icon\",\"url\",\"healthy\"}]}.",
              "Coder 2.27 answers"
                  + " {\"regions\":[{\"id\",\"name\",\"display_name\",\"icon_url\",\"healthy\",\"path_app_url\",\"wildcard_hostname\",\"status\",…}]}."
                  + " Both forms are read.")
          .because(
              "A script that waits for \"proxies\" finds nothing and reports a healthy proxy as"
                  + " missing; or, written the other way round, takes an empty answer for success."
                  + " Pods that run do not prove a registration.")
          .fix(
              "Ask with a Coder-Session-Token, find the entry by name (the list holds the primary"
                  + " too) and require healthy; where it is not, read status.report.errors. Without"
                  + " the licence the same request answers 403 (PRX-3).")
          .wants(EvidenceKind.TRAFFIC);

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Judgement attempt(Twin twin) {
    Hosts hosts = new Hosts(twin.facts());
    List<ProxyEntry> wanted = wanted(twin.facts());
    Optional<ProxyEntry> waiting =
        wanted.stream().filter(entry -> entry.awaits().isPresent()).findFirst();
    String nothing =
        waiting
            .map(
                entry ->
                    "the proxy %s is not deployed: %s"
                        .formatted(entry.displayName().show(), entry.awaits().orElse("")))
            .orElse("the deployment has no workspace proxy");
    return Attempt.on(
        twin,
        ABOUT,
        nothing,
        inspection -> {
          List<ProxyEntry> due = wanted.stream().filter(each -> each.awaits().isEmpty()).toList();
          if (hosts.access().isPresent() && !due.isEmpty()) {
            attempt(inspection, twin, hosts.access().get(), due);
          }
        });
  }

  /** What the topology wants, or else what was read. */
  private static List<ProxyEntry> wanted(Facts facts) {
    return Stream.concat(
            facts.intended().stream().flatMap(all -> all.all(ProxyEntry.class).stream()),
            facts.all(ProxyEntry.class).stream())
        .toList();
  }

  private static void attempt(Inspection inspection, Twin twin, String host, List<ProxyEntry> due) {
    Outcome outcome =
        CoderApi.session(Clients.near(twin, twin.regions().get(0)), host, twin.ownerToken())
            .proxies();
    if (CoderApi.is(outcome, 403)) {
      inspection.violation(
          "a proxy is wanted, and Coder answers %s".formatted(CoderApi.show(outcome)));
      return;
    }
    Optional<ListedProxies> list = outcome.response().flatMap(ListedProxies::of);
    if (list.isEmpty()) {
      inspection.undecided("the list of proxies: " + CoderApi.show(outcome));
      return;
    }
    due.forEach(
        entry ->
            entry
                .name()
                .fold(name -> judge(inspection, list.get(), name, entry), inspection::undecided));
  }

  private static Inspection judge(
      Inspection inspection, ListedProxies list, String name, ProxyEntry entry) {
    inspection.look("proxy");
    Optional<ListedProxies.Listed> listed = list.named(name);
    if (listed.isEmpty()) {
      return inspection.violation("Coder's list has no proxy " + name, entry.source());
    }
    if (!listed.get().healthy()) {
      return inspection.violation(
          "Coder does not call the proxy %s healthy: %s".formatted(name, listed.get().errors()),
          entry.source());
    }
    return inspection.evidence("%s is registered and healthy".formatted(name));
  }
}
