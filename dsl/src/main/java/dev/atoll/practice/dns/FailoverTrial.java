package dev.atoll.practice.dns;

import dev.atoll.analysis.timeline.DnsTimeline;
import dev.atoll.aws.Region;
import dev.atoll.practice.About;
import dev.atoll.practice.Inspection;
import dev.atoll.practice.Judgement;
import dev.atoll.practice.traffic.Attempt;
import dev.atoll.practice.traffic.Clients;
import dev.atoll.practice.traffic.CoderApi;
import dev.atoll.practice.traffic.Hosts;
import dev.atoll.practice.traffic.Recovery;
import dev.atoll.practice.traffic.SilentRegions;
import dev.atoll.practice.traffic.Timelines;
import dev.atoll.practice.traffic.Whereabouts;
import dev.atoll.traffic.Client;
import dev.atoll.traffic.Outcome;
import dev.atoll.traffic.Outcome.Response;
import dev.atoll.traffic.Resolution;
import dev.atoll.traffic.Twin;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A Region's Coder servers end while its clients work, and the time until another Region answers
 * them is held against the timeline. Then all end, and names are still answered.
 */
record FailoverTrial(Twin twin, Inspection inspection, Hosts hosts, String access) {

  /** So many Regions are tried; the others are like them. */
  private static final int SOME = 3;

  /** Where no health check says how long it may take. */
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  static Judgement attempt(About about, Twin twin) {
    Hosts hosts = new Hosts(twin.facts());
    return Attempt.on(
        twin,
        about,
        "Coder runs in one Region: there is nowhere to go",
        inspection ->
            hosts
                .access()
                .filter(access -> twin.regions().size() > 1)
                .ifPresent(access -> new FailoverTrial(twin, inspection, hosts, access).run()));
  }

  private void run() {
    Set<Region> silent = SilentRegions.of(twin, hosts);
    if (!silent.isEmpty()) {
      inspection.undecided("nobody answers in %s to begin with".formatted(silent));
      return;
    }
    List<Region> some = twin.regions().stream().limit(SOME).toList();
    some.forEach(this::leave);
    failOpen();
  }

  private void leave(Region region) {
    Client client = Clients.near(twin, region);
    Whereabouts where = Whereabouts.ask(client, hosts);
    Optional<Response> before = answer(client);
    if (before.flatMap(response -> where.of(response.server())).filter(region::equals).isEmpty()) {
      // Whether the nearest Region answers DNS-7 says.
      inspection.undecided("clients of %s are not answered by it to begin with".formatted(region));
      return;
    }
    inspection.look("Region without servers");
    twin.stopCoder(region, Optional.empty());
    Optional<DnsTimeline> timeline = Timelines.of(twin.facts(), access, region);
    Duration limit = timeline.map(DnsTimeline::failover).orElse(PATIENCE);
    Optional<Duration> took = Recovery.until(twin, limit, () -> answer(client).isPresent());
    String promise =
        timeline
            .map(
                sum ->
                    "the timeline computes %d s (%s)"
                        .formatted(sum.failover().toSeconds(), Timelines.show(sum)))
            .orElse("no health check says how long it may take");
    took.ifPresentOrElse(
        time ->
            inspection.evidence(
                "after %s stopped, its clients were answered by %s after %d s; %s"
                    .formatted(
                        region,
                        answer(client).map(now -> where.show(now.server())).orElse("nobody"),
                        time.toSeconds(),
                        promise)),
        () ->
            inspection.violation(
                "after %s stopped, its clients were still answered by nobody after %d s; %s"
                    .formatted(region, limit.toSeconds(), promise)));
    twin.heal();
  }

  private Optional<Response> answer(Client client) {
    Outcome outcome = CoderApi.visitor(client, access).healthz();
    return outcome.response().filter(response -> response.status() == 200);
  }

  /** When all are unhealthy, Route 53 answers as if none were. */
  private void failOpen() {
    if (!Clients.near(twin, twin.regions().get(0)).resolve(access).isAnswered()) {
      return;
    }
    twin.regions().forEach(region -> twin.stopCoder(region, Optional.empty()));
    twin.pass(PATIENCE);
    Client client = Clients.near(twin, twin.regions().get(0));
    Resolution resolution = client.resolve(access);
    inspection.look("deployment without servers");
    if (!resolution.isAnswered()) {
      inspection.violation(
          "with every Region's servers gone %s is answered %s, not as if all were healthy"
              .formatted(access, resolution.rcode()));
    }
    if (answer(client).isPresent()) {
      inspection.undecided("with every Region's servers gone somebody still answers");
    }
    inspection.evidence(
        "with every Region's servers gone %s still resolves, and nobody answers".formatted(access));
    twin.heal();
  }
}
