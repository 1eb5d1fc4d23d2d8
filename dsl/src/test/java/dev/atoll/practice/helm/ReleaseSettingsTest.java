package dev.atoll.practice.helm;

import static dev.atoll.practice.helm.SampleReleases.CONTROLLER;
import static dev.atoll.practice.helm.SampleReleases.assertFails;
import static dev.atoll.practice.helm.SampleReleases.facts;
import static dev.atoll.practice.helm.SampleReleases.one;
import static dev.atoll.practice.helm.SampleReleases.settings;
import static dev.atoll.practice.helm.SampleReleases.versioned;

import dev.atoll.facts.helm.HelmRelease;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** HELM-2. */
class ReleaseSettingsTest {

  @Test
  void everySettingIsLookedAt() {
    assertFails(new ReleaseSettings(), one(settings(true, false, true, true, false)), "namespace");
    assertFails(new ReleaseSettings(), one(settings(true, true, false, true, false)), "is ready");
    assertFails(new ReleaseSettings(), one(settings(true, true, true, false, false)), "for jobs");
    assertFails(new ReleaseSettings(), one(settings(true, true, true, true, true)), "CRDs");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "2.27", ">= 2.27.1", "~2.27.1", "latest", "2.x"})
  void aVersionThatIsNoneOrARangeIsNotPinned(String version) {
    HelmRelease loose = versioned(CONTROLLER, Optional.of(version).filter(text -> !text.isEmpty()));

    assertFails(new ReleaseSettings(), facts(List.of(loose)), "pins no version");
  }
}
