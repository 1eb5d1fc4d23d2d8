package dev.atoll.practice.helm;

import static dev.atoll.aws.Region.US_EAST_2;
import static dev.atoll.practice.helm.SampleReleases.CONTROLLER;
import static dev.atoll.practice.helm.SampleReleases.GOOD;
import static dev.atoll.practice.helm.SampleReleases.everything;
import static dev.atoll.practice.helm.SampleReleases.facts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.facts.Facts;
import dev.atoll.facts.Facts.Gap;
import dev.atoll.facts.Origin;
import dev.atoll.facts.Value;
import dev.atoll.facts.helm.HelmProvider;
import dev.atoll.facts.helm.HelmRelease;
import dev.atoll.practice.Practice;
import dev.atoll.practice.Verdict;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What holds of every row about releases. */
class HelmPracticesTest {

  @Test
  void releasesAsTheDocumentsHaveThemPass() {
    for (Practice practice :
        List.of(new UpgradeInstall(), new ReleaseSettings(), new ControllerFirst())) {
      assertThat(practice.judge(facts(everything(US_EAST_2))).verdict())
          .as(practice.about().id())
          .isEqualTo(Verdict.PASS);
    }
  }

  @Test
  void withoutReleasesThereIsNothingToJudge() {
    for (Practice practice :
        List.of(
            new UpgradeInstall(),
            new ReleaseSettings(),
            new ReleasesPresent(),
            new ProviderVersion(),
            new ControllerFirst())) {
      assertThat(practice.judge(facts(List.of())).verdict())
          .as(practice.about().id())
          .isEqualTo(Verdict.NOT_APPLICABLE);
    }
  }

  @Test
  void whatIsNotKnownOrNotSeenIsOpen() {
    HelmRelease unknown =
        new HelmRelease(
            CONTROLLER.source(),
            CONTROLLER.ref(),
            CONTROLLER.region(),
            CONTROLLER.release(),
            CONTROLLER.namespace(),
            CONTROLLER.chart(),
            Value.unknown("var.version has no default"),
            GOOD,
            CONTROLLER.timeout(),
            CONTROLLER.values(),
            Set.of());
    Facts gap =
        Facts.of(
            Origin.CONFIGURATION,
            everything(US_EAST_2),
            List.of(
                new Gap(HelmRelease.class, "module.more was not read"),
                new Gap(HelmProvider.class, "module.more was not read")));

    assertThat(new ReleaseSettings().judge(facts(List.of(unknown))).detail())
        .contains("var.version has no default");
    for (Practice practice :
        List.of(
            new UpgradeInstall(),
            new ReleaseSettings(),
            new ProviderVersion(),
            new ControllerFirst())) {
      assertThat(practice.judge(gap).verdict())
          .as(practice.about().id())
          .isEqualTo(Verdict.UNKNOWN);
    }
  }
}
