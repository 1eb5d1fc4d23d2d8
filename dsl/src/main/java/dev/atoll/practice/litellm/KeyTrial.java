package dev.atoll.practice.litellm;

import dev.atoll.practice.About;
import dev.atoll.practice.Inspection;
import dev.atoll.practice.Judgement;
import dev.atoll.practice.traffic.Attempt;
import dev.atoll.practice.traffic.Hosts;
import dev.atoll.traffic.TrafficException;
import dev.atoll.traffic.Twin;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A twin whose workspaces hold a key that works, before it is rotated.
 *
 * @param inspection of the row that tries it
 * @param workspaces one in each Region where they have a key
 * @param rotation how the key is rotated
 */
record KeyTrial(Inspection inspection, Twin twin, List<Workspace> workspaces, Rotation rotation) {

  KeyTrial {
    workspaces = List.copyOf(workspaces);
  }

  /** Says of a row that there is no rotation to try, or that it broke off. */
  interface Missing {
    void say(Inspection inspection, String what);
  }

  /** Tries something where there is a rotation to try. */
  static Judgement on(
      Twin twin, About about, String noRotation, Missing missing, Consumer<KeyTrial> trial) {
    Optional<String> host = new Hosts(twin.facts()).liteLlm();
    return Attempt.on(
        twin,
        about,
        "there is no LiteLLM with a public name",
        inspection -> {
          if (host.isPresent()) {
            Rotation.of(twin.facts())
                .ifPresentOrElse(
                    rotation -> begin(inspection, twin, host.get(), rotation, missing, trial),
                    () -> missing.say(inspection, noRotation));
          }
        });
  }

  private static void begin(
      Inspection inspection,
      Twin twin,
      String host,
      Rotation rotation,
      Missing missing,
      Consumer<KeyTrial> trial) {
    try {
      List<Workspace> workspaces = FirstKey.seen(twin, host);
      if (workspaces.isEmpty()) {
        inspection.undecided("no key of workspaces works to begin with");
      } else {
        trial.accept(new KeyTrial(inspection, twin, workspaces, rotation));
      }
    } catch (TrafficException e) {
      missing.say(inspection, "the rotation: " + e.getMessage());
    }
  }
}
