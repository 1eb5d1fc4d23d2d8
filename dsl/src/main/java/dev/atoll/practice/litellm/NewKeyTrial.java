package dev.atoll.practice.litellm;

import dev.atoll.aws.Region;
import dev.atoll.practice.About;
import dev.atoll.practice.Inspection;
import dev.atoll.practice.Judgement;
import dev.atoll.practice.traffic.Attempt;
import dev.atoll.practice.traffic.Clients;
import dev.atoll.practice.traffic.Hosts;
import dev.atoll.practice.traffic.Recovery;
import dev.atoll.traffic.TrafficException;
import dev.atoll.traffic.Twin;
import java.time.Duration;
import java.util.Optional;

/** A workspace that runs through a rotation reads the new key while the old one still works. */
final class NewKeyTrial {

  private NewKeyTrial() {}

  static Judgement attempt(About about, Twin twin) {
    Optional<String> host = new Hosts(twin.facts()).liteLlm();
    return Attempt.on(
        twin,
        about,
        "there is no LiteLLM with a public name",
        inspection -> host.ifPresent(name -> attempt(inspection, twin, name)));
  }

  private static void attempt(Inspection inspection, Twin twin, String host) {
    Optional<Rotation> rotation = Rotation.of(twin.facts());
    if (rotation.isEmpty()) {
      inspection.undecided("no rotation of the workspaces' key was read (LLM-5)");
      return;
    }
    Region region = twin.regions().get(0);
    KeyHolder holder = new KeyHolder(Clients.near(twin, region), host);
    try {
      FirstKey.seen(twin, region, holder)
          .ifPresentOrElse(
              old -> watch(inspection, twin, region, holder, rotation.get(), old),
              () -> inspection.undecided("no key of workspaces works to begin with"));
    } catch (TrafficException e) {
      // Whether the rotation works LLM-5 says.
      inspection.undecided("the rotation: " + e.getMessage());
    }
  }

  private static void watch(
      Inspection inspection,
      Twin twin,
      Region region,
      KeyHolder holder,
      Rotation rotation,
      String old) {
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
