package dev.atoll.conformance.suite;

import dev.atoll.aws.Cidr;
import dev.atoll.conformance.report.Evidence;
import dev.atoll.practice.EvidenceKind;
import dev.atoll.practice.Judgement;
import dev.atoll.practice.Verdict;
import java.time.Duration;
import java.util.List;
import org.opentest4j.AssertionFailedError;

/** What must hold of any deployment's life, whatever is in it. */
final class Lifecycle {

  private final Run run;
  private final Deployed deployed;

  Lifecycle(Run run, Deployed deployed) {
    this.run = run;
    this.deployed = deployed;
  }

  /** RUN-1: a plan after the apply is empty. */
  void requireNoChanges() {
    run.progress().say("terraform plan, again");
    long before = System.nanoTime();
    boolean changes = deployed.terraform().plan(deployed.root().resolve("second-plan"));
    tell(
        "RUN-1",
        before,
        changes,
        "a second apply would change something",
        "the second plan is empty");
  }

  /** RUN-2: after a destroy there is nothing left of the deployment. */
  void requireCleanDestroy() {
    run.progress().say("terraform destroy");
    long before = System.nanoTime();
    deployed.liftDeletionProtection();
    deployed.terraform().destroy();
    List<String> left = left();
    tell("RUN-2", before, !left.isEmpty(), "left behind: " + left, "nothing is left");
  }

  private List<String> left() {
    List<Cidr> vpcs =
        run.topology().regions().stream()
            .flatMap(region -> region.vpc().asOptional().stream())
            .toList();
    return new Remains(deployed.account(), vpcs).found();
  }

  private void tell(String id, long since, boolean broken, String problem, String fine) {
    if (run.isAbout(id)) {
      Judgement judgement =
          new Judgement(broken ? Verdict.FAIL : Verdict.PASS, broken ? problem : fine, List.of());
      Duration took = Duration.ofNanos(System.nanoTime() - since);
      run.log().add(Evidence.of(id, EvidenceKind.APPLIED, judgement, took));
    }
    if (broken) {
      throw new AssertionFailedError(problem);
    }
  }
}
