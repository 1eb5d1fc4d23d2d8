package dev.atoll.practice.coder;

import static dev.atoll.practice.Citation.page;
import static dev.atoll.practice.Citation.progress;

import dev.atoll.analysis.timeline.DnsTimeline;
import dev.atoll.aws.Region;
import dev.atoll.coder.CoderPod;
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
import dev.atoll.practice.traffic.Recovery;
import dev.atoll.practice.traffic.SilentRegions;
import dev.atoll.practice.traffic.Timelines;
import dev.atoll.traffic.Client;
import dev.atoll.traffic.Twin;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** CDR-7: one replica ends, and the users of its Region go on asking. */
public final class ReplicaFailover implements Tried, OnlyInTraffic {

  private static final About ABOUT =
      About.practice("CDR-7", "When a replica dies, its users reach another one")
          .subject(Subject.CODER)
          .from(
              progress("Coder Replicas vs Workspace Proxies"),
              page(
                  "Coder, High Availability",
                  "https://coder.com/docs/admin/networking/high-availability"))
          .because(
              "If the load balancer or DNS keeps sending users to a dead replica, part of them see"
                  + " errors until somebody wakes up, although healthy replicas are there.")
          .fix(
              "Check /healthz over HTTP in the target group (LB-4), health-check each region by a"
                  + " name of its own (DNS-5), and run at least two replicas.")
          .wants(EvidenceKind.TRAFFIC);

  /** Requests in a row that must be answered: a load balancer takes its targets in turn. */
  private static final int IN_A_ROW = 6;

  /** Where no health check says how long it may take. */
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  /** So many Regions are tried; the others are like them. */
  private static final int SOME = 3;

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Judgement attempt(Twin twin) {
    return Attempt.on(
        twin,
        ABOUT,
        "one Coder server runs in all: there is nobody else to reach",
        inspection -> {
          Hosts hosts = new Hosts(twin.facts());
          if (hosts.access().isPresent() && isMany(twin)) {
            attempt(inspection, twin, hosts);
          }
        });
  }

  private static void attempt(Inspection inspection, Twin twin, Hosts hosts) {
    Set<Region> silent = SilentRegions.of(twin, hosts);
    if (!silent.isEmpty()) {
      inspection.undecided("nobody answers in %s to begin with".formatted(silent));
      return;
    }
    twin.regions().stream()
        .limit(SOME)
        .forEach(region -> attempt(inspection, twin, hosts.access().orElseThrow(), region));
  }

  private static boolean isMany(Twin twin) {
    return CoderPod.servers(twin.facts()).stream().mapToInt(pod -> pod.workload().replicas()).sum()
        > 1;
  }

  private static void attempt(Inspection inspection, Twin twin, String host, Region region) {
    Client client = Clients.near(twin, region);
    if (!answered(client, host)) {
      inspection.undecided("%s is not answered in %s to begin with".formatted(host, region));
      return;
    }
    twin.stopCoder(region, Optional.of(0));
    Optional<DnsTimeline> timeline = Timelines.of(twin.facts(), host, region);
    Optional<Duration> took =
        Recovery.until(
            twin,
            timeline.map(DnsTimeline::failover).orElse(PATIENCE),
            () -> answered(client, host));
    inspection.look("ended replica");
    took.ifPresentOrElse(
        time ->
            inspection.evidence(
                "after replica 0 of %s ended, its clients were answered again after %d s"
                    .formatted(region, time.toSeconds())),
        () ->
            inspection.violation(
                "after replica 0 of %s ended, its clients still met errors after %d s"
                    .formatted(
                        region, timeline.map(DnsTimeline::failover).orElse(PATIENCE).toSeconds())));
    twin.heal();
  }

  private static boolean answered(Client client, String host) {
    for (int i = 0; i < IN_A_ROW; i++) {
      if (!CoderApi.is(CoderApi.visitor(client, host).healthz(), 200)) {
        return false;
      }
    }
    return true;
  }
}
