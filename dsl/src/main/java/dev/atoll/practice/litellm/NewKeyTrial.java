package dev.atoll.practice.litellm;

import dev.atoll.practice.About;
import dev.atoll.practice.Inspection;
import dev.atoll.practice.Judgement;
import dev.atoll.practice.traffic.Recovery;
import dev.atoll.traffic.Twin;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;

/** Workspaces that run through a rotation read the new key while the old one still works. */
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
    Twin twin = trial.twin();
    Map<Workspace, String> old = new LinkedHashMap<>();
    twin.pass(trial.rotation().after());
    trial.workspaces().forEach(each -> each.key().ifPresent(key -> old.put(each, key)));
    twin.rotateKey();
    Duration written = twin.elapsed();
    Map<Workspace, Duration> seen = new LinkedHashMap<>();
    Recovery.until(
        twin,
        Duration.ofMinutes(1),
        trial.rotation().overlap(),
        () -> {
          old.forEach(
              (workspace, before) -> {
                if (!seen.containsKey(workspace) && readsAnother(workspace, before)) {
                  seen.put(workspace, twin.elapsed().minus(written));
                  judgeNow(trial.inspection(), workspace, before);
                }
              });
          return seen.size() == old.size();
        });
    conclude(trial, seen);
  }

  private static boolean readsAnother(Workspace workspace, String before) {
    return workspace.key().filter(key -> !key.equals(before)).isPresent();
  }

  /** When it reads the new key for the first time, both work. */
  private static void judgeNow(Inspection inspection, Workspace workspace, String before) {
    String now = workspace.key().orElse(before);
    if (!workspace.isServed(now)) {
      inspection.violation(
          "the new key that a workspace in %s reads is refused".formatted(workspace.region()));
    } else if (!workspace.isServed(before)) {
      inspection.violation(
          "the old key was dead before a workspace in %s read the new one"
              .formatted(workspace.region()));
    }
  }

  private static void conclude(KeyTrial trial, Map<Workspace, Duration> seen) {
    long overlap = trial.rotation().overlap().toSeconds();
    for (Workspace workspace : trial.workspaces()) {
      trial.inspection().look("running workspace");
      if (!seen.containsKey(workspace)) {
        trial
            .inspection()
            .violation(
                "a workspace in %s that runs reads the old key to the end of the overlap of %d s"
                    .formatted(workspace.region(), overlap));
      }
    }
    if (!seen.isEmpty()) {
      trial
          .inspection()
          .evidence(
              "running workspaces read the new key %s after it was written, of %d s in which the"
                      .formatted(spread(seen), overlap)
                  + " old one works");
    }
  }

  /** From the first to the last of them. */
  private static String spread(Map<Workspace, Duration> seen) {
    Comparator<Map.Entry<Workspace, Duration>> order = Map.Entry.comparingByValue();
    String first = at(seen.entrySet().stream().min(order).orElseThrow());
    String last = at(seen.entrySet().stream().max(order).orElseThrow());
    return first.equals(last) ? first : first + " to " + last;
  }

  private static String at(Map.Entry<Workspace, Duration> seen) {
    return "%d s (%s)".formatted(seen.getValue().toSeconds(), seen.getKey().region());
  }
}
