package dev.atoll.practice.litellm;

import static dev.atoll.practice.Citation.page;

import dev.atoll.practice.Citation;
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
        new RotationLosesNothing(),
        new ExposureOfLiteLlm(),
        new NewKeyFirst());
  }
}
