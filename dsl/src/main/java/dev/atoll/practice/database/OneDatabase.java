package dev.atoll.practice.database;

import static dev.atoll.practice.Citation.bestPractices;
import static dev.atoll.practice.Citation.page;

import dev.atoll.aws.Region;
import dev.atoll.coder.CoderConnection;
import dev.atoll.coder.CoderPod;
import dev.atoll.facts.Facts;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Seen;
import dev.atoll.facts.Source;
import dev.atoll.facts.Truth;
import dev.atoll.facts.Value;
import dev.atoll.facts.database.DatabaseCluster;
import dev.atoll.facts.database.DatabaseConnection;
import dev.atoll.facts.database.DatabaseConnection.Endpoint;
import dev.atoll.facts.secret.Secret;
import dev.atoll.practice.About;
import dev.atoll.practice.EvidenceKind;
import dev.atoll.practice.Inspection;
import dev.atoll.practice.Judgement;
import dev.atoll.practice.Practice;
import dev.atoll.practice.Subject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** AUR-4. */
public final class OneDatabase implements Practice {

  private static final About ABOUT =
      About.practice(
              "AUR-4", "Every region's Coder uses the same database, through the writer endpoint")
          .subject(Subject.CODER)
          .from(
              bestPractices("Multi-Region Coder Visibility"),
              page(
                  "Amazon Aurora User Guide, Aurora endpoint connections",
                  "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Aurora.Overview.Endpoints.html"))
          .because(
              "Two databases are two deployments under one name: a user who is routed to the other"
                  + " region finds no account and no workspaces. Behind the reader endpoint a"
                  + " server fails on its first write.")
          .fix(
              "Give the Coder of every region the same connection secret, and build its URL from"
                  + " the cluster's endpoint, never from reader_endpoint.")
          .wants(EvidenceKind.APPLIED, EvidenceKind.CLUSTER);

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Judgement judge(Facts facts) {
    Inspection inspection = new Inspection(ABOUT);
    List<DatabaseCluster> databases = oneCluster(inspection, facts);
    servers(inspection, facts);
    if (databases.isEmpty()) {
      return inspection.judgement("there is no database of Coder");
    }
    connections(inspection, facts, databases);
    facts.intended().ifPresent(intended -> sameSecret(inspection, facts, intended));
    return inspection.judgement("");
  }

  private static List<DatabaseCluster> oneCluster(Inspection inspection, Facts facts) {
    Seen<DatabaseCluster> all = facts.all(DatabaseCluster.class);
    List<DatabaseCluster> databases =
        all.stream()
            .filter(cluster -> Client.of(cluster).equals(Client.CODER))
            .filter(cluster -> !cluster.secondary().is(Boolean::booleanValue).isYes())
            .toList();
    databases.forEach(cluster -> inspection.look("database of Coder"));
    if (databases.size() > 1) {
      inspection.violation(
          "Coder has %d databases: %s"
              .formatted(databases.size(), databases.stream().map(DatabaseCluster::ref).toList()),
          databases.stream().map(DatabaseCluster::source).toArray(Source[]::new));
    }
    all.gap().ifPresent(why -> inspection.undecided("whether there is a second database: " + why));
    return databases;
  }

  private static void connections(
      Inspection inspection, Facts facts, List<DatabaseCluster> databases) {
    Set<Ref> refs = databases.stream().map(DatabaseCluster::ref).collect(Collectors.toSet());
    for (DatabaseConnection connection : facts.all(DatabaseConnection.class).facts()) {
      if (connection.cluster().is(refs::contains).isNo()) {
        continue;
      }
      inspection
          .look("connection")
          .require(
              connection
                  .cluster()
                  .is(refs::contains)
                  .and(connection.endpoint().is(Endpoint.WRITER::equals)),
              "%s leads to the reader endpoint".formatted(connection.ref()),
              connection.source());
    }
  }

  /** What the servers that run are told: one secret of Secrets Manager, or one writer endpoint. */
  private static void servers(Inspection inspection, Facts facts) {
    Map<String, CoderPod> told = new TreeMap<>();
    for (CoderPod server : CoderPod.servers(facts)) {
      inspection.look("Coder server");
      Value<CoderConnection> connection = CoderConnection.of(server, facts);
      connection.fold(to -> told.putIfAbsent(to.toString(), server), inspection::undecided);
      inspection.require(
          connection.is(to -> to.kind() != CoderConnection.Kind.BUILT_IN),
          "%s is told of no database and starts one of its own".formatted(server),
          server.workload().source());
      inspection.require(
          connection.is(to -> !to.name().contains(".cluster-ro-")),
          "%s is sent to the reader endpoint".formatted(server),
          server.workload().source());
    }
    if (told.size() > 1) {
      inspection.violation(
          "Coder servers are told of different databases: " + told.keySet(),
          told.values().stream().map(server -> server.workload().source()).toArray(Source[]::new));
    }
  }

  /** Every Region in which Coder runs has the one secret that says where the database is. */
  private static void sameSecret(Inspection inspection, Facts facts, Facts intended) {
    Seen<Secret> found = facts.all(Secret.class);
    for (Secret wanted : intended.all(Secret.class).facts()) {
      Region region = wanted.region().asOptional().orElseThrow();
      String name = wanted.name().asOptional().orElseThrow();
      if (!name.endsWith("/coder/database")) {
        continue;
      }
      List<Secret> same =
          found.stream()
              .filter(secret -> secret.name().is(name::equals).isYes())
              .filter(secret -> !secret.region().is(region::equals).isNo())
              .toList();
      if (same.isEmpty()) {
        inspection.require(
            found.gap().map(Truth::open).orElse(Truth.NO),
            "Coder in %s has no secret %s to read".formatted(region, name),
            wanted.source());
      }
      for (Secret secret : same) {
        Value<Region> primary = secret.primary();
        inspection
            .look("copy of the connection secret")
            .require(
                primary.is(at -> wanted.primary().is(at::equals).isYes()),
                "%s in %s is no copy of the one in %s but a secret of its own"
                    .formatted(name, region, wanted.primary().show()),
                secret.source());
      }
    }
  }
}
