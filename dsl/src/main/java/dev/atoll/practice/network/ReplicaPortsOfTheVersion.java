package dev.atoll.practice.network;

import static dev.atoll.practice.Citation.page;
import static dev.atoll.practice.Citation.progress;

import dev.atoll.coder.ReplicaPorts;
import dev.atoll.facts.Facts;
import dev.atoll.facts.coder.CoderServer;
import dev.atoll.practice.About;
import dev.atoll.practice.EvidenceKind;
import dev.atoll.practice.Inspection;
import dev.atoll.practice.Judgement;
import dev.atoll.practice.Practice;

/** NET-6c. NET-4 judges whether the ports are open; this judges whether they are known. */
public final class ReplicaPortsOfTheVersion implements Practice {

  private static final About ABOUT =
      About.practice("NET-6c", "The ports open between replicas are those of the Coder version")
          .from(
              progress("Important Notes 3"),
              page(
                  "Coder Helm chart 2.27.1, container spec",
                  "https://github.com/coder/coder/blob/v2.27.1/helm/coder/templates/_coder.tpl"),
              page(
                  "coder/coder pull request 26591, cluster port 6222",
                  "https://github.com/coder/coder/pull/26591"),
              page(
                  "coder/coder pull request 29283, cluster on by default",
                  "https://github.com/coder/coder/pull/29283"))
          .because(
              "2.27 relays between replicas on 8080 (DERP). Newer servers also connect to each"
                  + " other on 6222 (NATS), first as an experiment, later by default. After such an"
                  + " upgrade with only 8080 open, replicas look healthy while updates of one"
                  + " region never reach the other.")
          .fix(
              "Open what the version table names for the version, in both directions, in the same"
                  + " change as the upgrade. For a version that is not in the table, find out"
                  + " first.")
          .wants(EvidenceKind.MODEL, EvidenceKind.APPLIED);

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Judgement judge(Facts facts) {
    Inspection inspection = new Inspection(ABOUT);
    for (CoderServer server : facts.all(CoderServer.class).facts()) {
      inspection.look("Coder server");
      server
          .version()
          .fold(
              version ->
                  ReplicaPorts.of(version).isPresent()
                      ? inspection
                      : inspection.violation(
                          "which ports Coder %s needs between replicas is not known"
                              .formatted(version),
                          server.source()),
              inspection::undecided);
    }
    return inspection.judgement("nothing says which version of Coder runs");
  }
}
