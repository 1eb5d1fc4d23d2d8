package dev.atoll.practice.database;

import dev.atoll.aws.Region;
import dev.atoll.facts.Facts;
import dev.atoll.facts.database.RegionLoss;
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
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The database ends, then its whole Region: afterwards no request that needs the database is
 * answered anywhere, while /healthz, which every health check asks, goes on saying OK.
 */
record RegionLossTrial(About about, Twin twin, Hosts hosts) {

  /** Longer than any health check takes. */
  private static final Duration AFTERWARDS = Duration.ofMinutes(5);

  /** So many Regions are asked; the others are like them. */
  private static final int SOME = 3;

  static Judgement attempt(About about, Twin twin) {
    RegionLossTrial trial = new RegionLossTrial(about, twin, new Hosts(twin.facts()));
    return Attempt.on(twin, about, "under which URL Coder serves is not known", trial::run);
  }

  private void run(Inspection inspection) {
    Optional<String> access = hosts.access();
    if (access.isEmpty()) {
      return;
    }
    String token = twin.ownerToken();
    List<Region> some = twin.regions().stream().limit(SOME).toList();
    for (Region region : some) {
      Outcome me = api(region, token).me();
      Outcome health = api(region, token).healthz();
      if (!CoderApi.is(me, 200) || !CoderApi.is(health, 200)) {
        inspection.undecided(
            "not all is well in %s to begin with: a session is answered %s, and /healthz %s"
                .formatted(region, CoderApi.show(me), CoderApi.show(health)));
        return;
      }
    }
    twin.stopDatabase();
    some.forEach(region -> withoutDatabase(inspection, region, token));
    twin.heal();
    withoutRegion(inspection, access.get(), token);
    decided(twin.facts()).ifPresent(inspection::evidence);
  }

  private CoderApi api(Region region, String token) {
    Client client = Clients.near(twin, region);
    return CoderApi.at(region, client, hosts)
        .orElseGet(() -> CoderApi.visitor(client, hosts.access().orElseThrow()))
        .with(token);
  }

  private void withoutDatabase(Inspection inspection, Region region, String token) {
    inspection.look("Region without the database");
    Outcome health = api(region, token).healthz();
    Outcome me = api(region, token).me();
    if (CoderApi.is(me, 200)) {
      inspection.violation(
          "with the database gone a session is still answered in %s: it uses another one"
              .formatted(region));
    } else {
      inspection.evidence(
          "with the database gone %s answers a session with %s, and /healthz with %s"
              .formatted(region, CoderApi.show(me), CoderApi.show(health)));
    }
    if (!CoderApi.is(health, 200)) {
      inspection.violation(
          "with the database gone /healthz of %s answers %s: health checks would take every Region"
                  .formatted(region, CoderApi.show(health))
              + " out, and what is said of failover is different");
    }
  }

  /** The clients of the lost Region reach another one, which can do nothing for them. */
  private void withoutRegion(Inspection inspection, String access, String token) {
    if (twin.regions().size() < 2) {
      return;
    }
    Region lost = twin.regions().get(0);
    Client client = Clients.near(twin, twin.regions().get(1));
    twin.loseRegion(lost);
    twin.pass(AFTERWARDS);
    inspection.look("loss of a Region");
    Outcome health = CoderApi.visitor(client, access).healthz();
    Outcome me = CoderApi.session(client, access, token).me();
    if (CoderApi.is(me, 200)) {
      inspection.violation(
          "after the loss of %s, where the database is, a session is still answered"
              .formatted(lost));
    }
    Optional<String> liteLlm = hosts.liteLlm();
    Optional<Boolean> served =
        liteLlm.map(
            host -> CoderApi.is(CoderApi.visitor(client, host).get("/health/liveliness"), 200));
    inspection.evidence(
        "after the loss of %s /healthz is answered %s by the Regions that are left, and a session %s"
            .formatted(lost, CoderApi.show(health), CoderApi.show(me)));
    served.ifPresent(
        still -> inspection.evidence(still ? "LiteLLM goes on" : "LiteLLM is lost with it"));
  }

  private static Optional<String> decided(Facts facts) {
    List<RegionLoss> losses = facts.intended().orElse(facts).all(RegionLoss.class).facts();
    return losses.isEmpty()
        ? Optional.empty()
        : Optional.of(
            losses.stream()
                .map(loss -> "%s: %s".formatted(loss.cluster().show(), loss.recovery().show()))
                .collect(Collectors.joining("; ", "decided for ", "")));
  }
}
