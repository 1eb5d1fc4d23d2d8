package dev.atoll.practice.litellm;

import dev.atoll.aws.Region;
import dev.atoll.practice.About;
import dev.atoll.practice.Inspection;
import dev.atoll.practice.Judgement;
import dev.atoll.practice.traffic.Recovery;
import dev.atoll.traffic.Twin;
import java.time.Duration;
import java.util.Optional;

/** A workspace that runs through a rotation reads the new key while the old one still works. */
final class NewKeyTrial {

  private NewKeyTrial() {}

  static Judgement attempt(About about, Twin twin) {
    return KeyTrial.on(
        twin,
        about,
        "no rotation of the workspaces' key was read (LLM-5)",
        // Whether the rotation works LLM-5 says.
        Inspection::undecided,
        NewKeyTrial::watch);
  }

  private static void watch(KeyTrial trial) {
    Inspection inspection = trial.inspection();
    Twin twin = trial.twin();
    Region region = trial.region();
    KeyHolder holder = trial.holder();
    Rotation rotation = trial.rotation();
    String old = trial.old();
    twin.pass(rotation.after());
    twin.rotateKey();
    Optional<Duration> seen =
        Recovery.until(
            twin,
            Duration.ofMinutes(1),
            rotation.overlap(),
            () -> twin.workspaceKey(region).filter(key -> !key.equals(old)).isPresent());
    inspection.look("running workspace");
    if (seen.isEmpty()) {
      inspection.violation(
          "a workspace in %s that runs reads the old key to the end of the overlap of %d s"
              .formatted(region, rotation.overlap().toSeconds()));
      return;
    }
    String now = twin.workspaceKey(region).orElse(old);
    if (!holder.isServed(now)) {
      inspection.violation("the new key that a workspace in %s reads is refused".formatted(region));
    } else if (!holder.isServed(old)) {
      inspection.violation(
          "the old key was dead before a workspace in %s read the new one".formatted(region));
    }
    inspection.evidence(
        "a workspace in %s read the new key %d s after it was written, of %d s in which the old"
                .formatted(region, seen.get().toSeconds(), rotation.overlap().toSeconds())
            + " one works");
  }
}
