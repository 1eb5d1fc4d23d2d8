package dev.atoll.practice.litellm;

import static dev.atoll.practice.Citation.bestPractices;

import dev.atoll.aws.Region;
import dev.atoll.facts.Facts;
import dev.atoll.practice.About;
import dev.atoll.practice.EvidenceKind;
import dev.atoll.practice.Inspection;
import dev.atoll.practice.Judgement;
import dev.atoll.practice.Tried;
import dev.atoll.practice.traffic.Attempt;
import dev.atoll.practice.traffic.Clients;
import dev.atoll.practice.traffic.Hosts;
import dev.atoll.traffic.TrafficException;
import dev.atoll.traffic.Twin;
import java.time.Duration;
import java.util.Optional;

/**
 * LLM-5: the key is rotated while fifty clients call, through the publication of the new key, the
 * overlap, and the end of the old one.
 */
public final class RotationLosesNothing implements Tried {

  private static final About ABOUT =
      About.practice(
              "LLM-5",
              "Rotation is automatic and loses no request: new key first, old one deleted last")
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
  public Judgement judge(Facts facts) {
    return Judgement.onlyInTraffic();
  }

  @Override
  public Judgement attempt(Twin twin) {
    Optional<String> host = new Hosts(twin.facts()).liteLlm();
    return Attempt.on(
        twin,
        ABOUT,
        "there is no LiteLLM with a public name",
        inspection -> host.ifPresent(name -> attempt(inspection, twin, name)));
  }

  private static void attempt(Inspection inspection, Twin twin, String host) {
    Optional<Rotation> rotation = Rotation.of(twin.facts());
    if (rotation.isEmpty()) {
      inspection.violation("nothing rotates the key of workspaces");
      return;
    }
    Region region = twin.regions().get(0);
    KeyHolder holder = new KeyHolder(Clients.near(twin, region), host);
    try {
      FirstKey.seen(twin, region, holder)
          .ifPresentOrElse(
              old -> rotate(inspection, twin, region, holder, rotation.get(), old),
              () -> inspection.undecided("no key of workspaces works to begin with"));
    } catch (TrafficException e) {
      inspection.violation("the rotation: " + e.getMessage());
    }
  }

  private static void rotate(
      Inspection inspection,
      Twin twin,
      Region region,
      KeyHolder holder,
      Rotation rotation,
      String old) {
    inspection.look("rotation");
    try (Crowd crowd = Crowd.of(CLIENTS, holder, () -> twin.workspaceKey(region))) {
      twin.pass(rotation.after());
      twin.rotateKey();
      crowd.everybodyCalls();
      // A run that comes too early must change nothing.
      twin.rotateKey();
      twin.pass(LAG);
      crowd.everybodyCalls();
      twin.pass(rotation.overlap());
      twin.rotateKey();
      twin.pass(LAG);
      crowd.everybodyCalls();
      conclude(inspection, crowd);
    }
    boolean changed = twin.workspaceKey(region).filter(key -> !key.equals(old)).isPresent();
    if (!changed) {
      inspection.violation("after the rotation workspaces still read the old key");
    } else if (holder.isServed(old)) {
      inspection.violation(
          "the old key still works %d s after its overlap".formatted(LAG.toSeconds()));
    }
  }

  private static void conclude(Inspection inspection, Crowd crowd) {
    int calls = crowd.calls();
    if (!crowd.failures().isEmpty()) {
      inspection.violation(
          "%d of %d requests of %d clients failed while the key was rotated, such as: %s"
              .formatted(crowd.failures().size(), calls, CLIENTS, crowd.failures().get(0)));
    }
    inspection.evidence(
        "%d clients made %d requests while the key was rotated, none failed; the old key is dead"
            .formatted(CLIENTS, calls));
  }
}
