package dev.atoll.practice.litellm;

import static dev.atoll.practice.Citation.bestPractices;

import dev.atoll.practice.About;
import dev.atoll.practice.EvidenceKind;
import dev.atoll.practice.Inspection;
import dev.atoll.practice.Judgement;
import dev.atoll.practice.OnlyInTraffic;
import dev.atoll.practice.Subject;
import dev.atoll.practice.Tried;
import dev.atoll.traffic.Twin;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * LLM-5: the key is rotated while fifty clients call, through the publication of the new key, the
 * overlap, and the end of the old one.
 */
public final class RotationLosesNothing implements Tried, OnlyInTraffic {

  private static final About ABOUT =
      About.practice(
              "LLM-5",
              "Rotation is automatic and loses no request: new key first, old one deleted last")
          .subject(Subject.LITELLM)
          .from(
              bestPractices("LiteLLM Integration Architecture, Key Rotation"),
              LiteLlmPractices.VIRTUAL_KEYS)
          .because(
              "A rotation that deletes first breaks every client between the delete and its next"
                  + " read of the secret. Aliases are unique, so a fixed alias forces just that"
                  + " order: generating the second key is refused.")
          .fix(
              "Generate the new key under a versioned alias, publish it, let both live for the"
                  + " overlap, then delete the old one. Expect the deletion to take effect later"
                  + " on other replicas, which cache keys.")
          .wants(EvidenceKind.TRAFFIC);

  private static final int CLIENTS = 50;

  /** Longer than replicas cache a key that was deleted. */
  private static final Duration LAG = Duration.ofMinutes(2);

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Judgement attempt(Twin twin) {
    return KeyTrial.on(
        twin,
        ABOUT,
        "nothing rotates the key of workspaces",
        Inspection::violation,
        RotationLosesNothing::rotate);
  }

  private static void rotate(KeyTrial trial) {
    Inspection inspection = trial.inspection();
    Twin twin = trial.twin();
    Rotation rotation = trial.rotation();
    Map<Workspace, String> old = new LinkedHashMap<>();
    inspection.look("rotation");
    try (Crowd crowd = new Crowd(CLIENTS, trial.workspaces())) {
      twin.pass(rotation.after());
      trial.workspaces().forEach(each -> each.key().ifPresent(key -> old.put(each, key)));
      crowd.callWhile(twin::rotateKey);
      // A run that comes too early must change nothing.
      twin.rotateKey();
      crowd.call();
      twin.pass(LAG);
      crowd.call();
      twin.pass(rotation.overlap());
      crowd.callWhile(twin::rotateKey);
      twin.pass(LAG);
      crowd.call();
      conclude(inspection, crowd);
    }
    old.forEach((workspace, key) -> judgeEnd(inspection, workspace, key));
  }

  private static void judgeEnd(Inspection inspection, Workspace workspace, String old) {
    if (workspace.key().filter(key -> !key.equals(old)).isEmpty()) {
      inspection.violation(
          "after the rotation workspaces in %s still read the old key"
              .formatted(workspace.region()));
    } else if (workspace.isServed(old)) {
      inspection.violation(
          "the old key of workspaces in %s still works %d s after its overlap"
              .formatted(workspace.region(), LAG.toSeconds()));
    }
  }

  private static void conclude(Inspection inspection, Crowd crowd) {
    if (!crowd.failures().isEmpty()) {
      inspection.violation(
          "of %d clients that called while the key was rotated some were refused, such as: %s"
              .formatted(CLIENTS, crowd.failures().get(0)));
    }
    inspection.evidence(
        ("%d clients called before, while and after the key was rotated, and none was refused; the"
                + " old key is dead")
            .formatted(CLIENTS));
  }
}
