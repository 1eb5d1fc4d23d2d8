package dev.atoll.conformance.diagnose;

import dev.atoll.conformance.diagnose.Result.State;
import dev.atoll.facts.coder.Licence;
import dev.atoll.practice.About;
import dev.atoll.practice.Catalogue;

/** Whether the servers of all Regions together have a licence, by the topology's word. */
final class ReplicaLicenceStep implements Step {

  private static final JudgedStep JUDGED =
      JudgedStep.of("Is there a licence for several replicas on one database?", "CDR-8");

  @Override
  public String question() {
    return JUDGED.question();
  }

  @Override
  public Result take(Scene scene) {
    Result judged = JUDGED.take(scene);
    boolean pending =
        scene.licence().filter(licence -> licence.state() == Licence.State.PENDING).isPresent();
    if (judged.state() != State.FINE || !pending) {
      return judged;
    }
    About about = Catalogue.find("CDR-8").orElseThrow().about();
    return Result.pending(about.id(), judged.detail(), about.fix());
  }
}
