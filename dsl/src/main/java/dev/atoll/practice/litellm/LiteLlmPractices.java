package dev.atoll.practice.litellm;

import static dev.atoll.practice.Citation.bestPractices;
import static dev.atoll.practice.Citation.page;

import dev.atoll.practice.About;
import dev.atoll.practice.Awaited;
import dev.atoll.practice.Citation;
import dev.atoll.practice.EvidenceKind;
import dev.atoll.practice.Practice;
import java.util.List;

/** The rows about LiteLLM: its service, its stores, its keys and their rotation. */
public final class LiteLlmPractices {

  static final Citation VIRTUAL_KEYS =
      page("LiteLLM, virtual keys", "https://docs.litellm.ai/docs/proxy/virtual_keys");

  private LiteLlmPractices() {}

  /** The rows in the catalogue's order. */
  public static List<Practice> all() {
    return List.of(
        new OwnSubdomain(),
        new SizeOfLiteLlm(),
        new ProbesAndSaltKey(),
        new WorkspacesSeeNewKey(),
        new CacheModeOfTheClient(),
        new StoresOfLiteLlm(),
        new KeysInWorkspaces(),
        new Awaited(rotation()),
        new ExposureOfLiteLlm());
  }

  static About rotation() {
    return About.practice(
            "LLM-5",
            "Rotation is automatic and loses no request: new key first, old one deleted last")
        .from(bestPractices("LiteLLM Integration Architecture, Key Rotation"), VIRTUAL_KEYS)
        .because(
            "A rotation that deletes first breaks every client between the delete and its next read"
                + " of the secret. Aliases are unique, so a fixed alias forces just that order:"
                + " generating the second key is refused.")
        .fix(
            "Generate the new key under a versioned alias, publish it, let both live for the"
                + " overlap, then delete the old one. Expect the deletion to take effect later on"
                + " other replicas, which cache keys.")
        .wants(EvidenceKind.TRAFFIC);
  }
}
