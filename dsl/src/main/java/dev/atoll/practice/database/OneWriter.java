package dev.atoll.practice.database;

import static dev.atoll.practice.Citation.page;
import static dev.atoll.practice.Citation.progress;

import dev.atoll.facts.Facts;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Seen;
import dev.atoll.facts.Source;
import dev.atoll.facts.Truth;
import dev.atoll.facts.database.DatabaseCluster;
import dev.atoll.facts.database.DatabaseInstance;
import dev.atoll.practice.About;
import dev.atoll.practice.EvidenceKind;
import dev.atoll.practice.Inspection;
import dev.atoll.practice.Judgement;
import dev.atoll.practice.Practice;
import dev.atoll.practice.Severity;
import dev.atoll.practice.Subject;
import java.util.List;
import java.util.Optional;

/** AUR-1. A reader that its design gives a reason for is counted, not reported. */
public final class OneWriter implements Practice {

  private static final About ABOUT =
      About.practice("AUR-1", "Each Aurora Serverless v2 cluster has one instance, the writer")
          .subject(Subject.CODER)
          .severity(Severity.WARNING)
          .from(
              progress("Completed Today, 1. Cost Optimization"),
              page(
                  "Amazon Aurora User Guide, Aurora Serverless v2 capacity",
                  "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-serverless-v2.setting-capacity.html"))
          .because(
              "A reader is billed for its own capacity around the clock, at least 0.5 ACU or about"
                  + " $44 a month, and Coder never reads from it: all its queries go to the"
                  + " writer.")
          .fix(
              "Keep one aws_rds_cluster_instance per cluster. If a reader is wanted, declare it"
                  + " with its reason.")
          .wants(EvidenceKind.APPLIED);

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Judgement judge(Facts facts) {
    Inspection inspection = new Inspection(ABOUT);
    Seen<DatabaseInstance> instances = facts.all(DatabaseInstance.class);
    for (DatabaseCluster cluster : facts.all(DatabaseCluster.class).facts()) {
      Truth serverless = cluster.capacity().is(Optional::isPresent);
      if (serverless.isNo()) {
        continue;
      }
      serverless.open().forEach(inspection::undecided);
      judge(inspection, cluster, instances, reasons(facts, cluster));
    }
    return inspection.judgement("there is no Aurora Serverless v2 cluster");
  }

  private static void judge(
      Inspection inspection,
      DatabaseCluster cluster,
      Seen<DatabaseInstance> instances,
      List<String> reasons) {
    inspection.look("serverless cluster");
    List<DatabaseInstance> own =
        instances.stream().filter(one -> belongs(one, cluster.ref())).toList();
    instances.stream()
        .flatMap(one -> one.cluster().is(ref -> true).open().stream())
        .forEach(inspection::undecided);
    if (own.isEmpty()) {
      inspection.require(
          instances.gap().map(Truth::open).orElse(Truth.NO),
          "%s has no instance: nobody answers".formatted(cluster.ref()),
          cluster.source());
    }
    instances
        .gap()
        .filter(why -> own.size() == 1)
        .ifPresent(
            why ->
                inspection.undecided("whether %s has a reader: %s".formatted(cluster.ref(), why)));
    int readers = own.size() - 1;
    for (String reason : reasons) {
      inspection.look("reader because \"%s\", about 44 USD a month,".formatted(reason));
    }
    if (readers > reasons.size()) {
      inspection.violation(
          "%s has %d instances, %d more than the writer, each at least about 44 USD a month"
              .formatted(cluster.ref(), own.size(), readers),
          own.stream().map(DatabaseInstance::source).toArray(Source[]::new));
    }
  }

  private static boolean belongs(DatabaseInstance instance, Ref cluster) {
    return instance.cluster().is(cluster::equals).isYes();
  }

  /** The reasons of the readers that the topology wants for the database of the same client. */
  private static List<String> reasons(Facts facts, DatabaseCluster cluster) {
    Facts wanted = facts.intended().orElse(facts);
    List<Ref> same =
        wanted.all(DatabaseCluster.class).stream()
            .filter(other -> Client.of(other).equals(Client.of(cluster)))
            .map(DatabaseCluster::ref)
            .toList();
    return wanted.all(DatabaseInstance.class).stream()
        .filter(one -> same.stream().anyMatch(ref -> belongs(one, ref)))
        .flatMap(one -> one.reason().stream())
        .toList();
  }
}
