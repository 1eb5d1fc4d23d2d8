package dev.atoll.practice.coder;

import static dev.atoll.practice.Citation.page;
import static dev.atoll.practice.Citation.progress;

import dev.atoll.coder.CoderConnection;
import dev.atoll.coder.CoderPod;
import dev.atoll.facts.Facts;
import dev.atoll.facts.Source;
import dev.atoll.facts.Truth;
import dev.atoll.facts.coder.CoderServer;
import dev.atoll.facts.kubernetes.Workload;
import dev.atoll.practice.About;
import dev.atoll.practice.Asked;
import dev.atoll.practice.EvidenceKind;
import dev.atoll.practice.Inspection;
import dev.atoll.practice.Judgement;
import dev.atoll.practice.Subject;
import dev.atoll.practice.Tried;
import dev.atoll.traffic.Internet;
import dev.atoll.traffic.Twin;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** CDR-6: as it is configured, and as the servers themselves say. */
public final class ReplicasShareADatabase implements Asked, Tried {

  private static final About ABOUT =
      About.practice("CDR-6", "Replicas share one database, and users see a single default region")
          .subject(Subject.CODER)
          .from(
              progress("Coder Replicas vs Workspace Proxies"),
              page(
                  "Coder, High Availability",
                  "https://coder.com/docs/admin/networking/high-availability"))
          .because(
              "Replicas with different databases are different deployments: workspaces appear and"
                  + " vanish with the DNS answer. And whoever expects two regions in the menu waits"
                  + " for something that replicas never give.")
          .fix(
              "Give all replicas the same connection secret (AUR-4). For regions that users choose,"
                  + " add workspace proxies.")
          .wants(EvidenceKind.CLUSTER, EvidenceKind.TRAFFIC);

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Judgement judge(Facts facts) {
    Inspection inspection = new Inspection(ABOUT);
    List<CoderPod> servers = CoderPod.servers(facts);
    Map<String, List<Source>> databases = new TreeMap<>();
    for (CoderPod server : servers) {
      inspection.look("Coder server");
      CoderConnection.of(server, facts)
          .fold(
              connection ->
                  databases
                      .computeIfAbsent(connection.toString(), key -> new ArrayList<>())
                      .add(server.workload().source()),
              inspection::undecided);
      if (server.workload().replicas() > 1) {
        ownDatabase(inspection, server, facts);
      }
    }
    if (databases.size() > 1) {
      inspection.violation(
          "replicas use different databases: " + String.join(", ", databases.keySet()),
          databases.values().stream().flatMap(List::stream).toArray(Source[]::new));
    }
    if (!servers.isEmpty()) {
      facts.intended().ifPresent(wanted -> everyRegion(inspection, servers, facts, wanted));
    }
    facts.all(Workload.class).gap().ifPresent(inspection::undecided);
    return inspection.judgement("no workload runs a Coder server in what was read");
  }

  @Override
  public Judgement ask(Internet internet, Facts facts) {
    return new OneDeployment(ABOUT).ask(internet, facts);
  }

  @Override
  public Judgement attempt(Twin twin) {
    return new OneDeployment(ABOUT).attempt(twin);
  }

  /** Each pod would have one to itself. */
  private static void ownDatabase(Inspection inspection, CoderPod server, Facts facts) {
    inspection.require(
        CoderConnection.of(server, facts)
            .is(connection -> connection.kind() != CoderConnection.Kind.BUILT_IN),
        "each of the %d replicas of %s starts a PostgreSQL of its own"
            .formatted(server.workload().replicas(), server),
        server.workload().source());
  }

  private static void everyRegion(
      Inspection inspection, List<CoderPod> servers, Facts facts, Facts wanted) {
    for (CoderServer described : wanted.all(CoderServer.class).facts()) {
      boolean there =
          servers.stream()
              .anyMatch(
                  server ->
                      described.region().is(server.workload().object().region()::equals).isYes());
      if (!there) {
        inspection.require(
            facts.all(Workload.class).gap().map(Truth::open).orElse(Truth.NO),
            "no Coder server runs in " + described.region().show(),
            described.source());
      }
    }
  }
}
