package dev.atoll.practice.helm;

import static dev.atoll.aws.Region.US_EAST_2;
import static dev.atoll.aws.Region.US_WEST_2;
import static dev.atoll.practice.helm.SampleReleases.assertFails;
import static dev.atoll.practice.helm.SampleReleases.everything;
import static dev.atoll.practice.helm.SampleReleases.facts;
import static dev.atoll.practice.helm.SampleReleases.intended;
import static dev.atoll.practice.helm.SampleReleases.regions;
import static dev.atoll.practice.helm.SampleReleases.release;
import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.aws.Region;
import dev.atoll.facts.Fact;
import dev.atoll.facts.Facts;
import dev.atoll.facts.Facts.Gap;
import dev.atoll.facts.Origin;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Source;
import dev.atoll.facts.Value;
import dev.atoll.facts.coder.ProxyServer;
import dev.atoll.facts.helm.HelmRelease;
import dev.atoll.practice.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** HELM-3. */
class ReleasesPresentTest {

  @Test
  void everyRegionNeedsItsReleases() {
    List<Fact> both = new ArrayList<>(everything(US_EAST_2));
    both.addAll(everything(US_WEST_2));

    assertThat(new ReleasesPresent().judge(intended(both)).verdict()).isEqualTo(Verdict.PASS);
    for (UsualRelease missing : UsualRelease.values()) {
      List<Fact> less = new ArrayList<>(both);
      less.removeIf(
          fact ->
              fact instanceof HelmRelease release
                  && missing.is(release).isYes()
                  && release.region().is(US_WEST_2::equals).isYes());
      assertFails(
          new ReleasesPresent(), intended(less), "us-west-2 has no release " + missing.module());
    }
  }

  @Test
  void aProxyIsNoServer() {
    List<Fact> all = new ArrayList<>(everything(US_EAST_2));
    all.addAll(everything(US_WEST_2));
    all.removeIf(fact -> fact.ref().key().equals("helm_release.coder-us-west-2"));
    all.add(release("coder-proxy", "coder", US_WEST_2));

    assertFails(new ReleasesPresent(), intended(all), "coder-server");
  }

  @Test
  void aReleaseThatWasNotSeenMayBeThere() {
    Facts gap =
        Facts.of(
                Origin.CONFIGURATION,
                everything(US_EAST_2),
                List.of(new Gap(HelmRelease.class, "module.more was not read")))
            .intending(regions());

    assertThat(new ReleasesPresent().judge(gap).verdict()).isEqualTo(Verdict.UNKNOWN);
  }

  @Test
  void whatTerraformMakesIsNotExpectedOfTheModel() {
    Facts model = regions();

    assertThat(new ReleasesPresent().judge(model.intending(model)).verdict())
        .isEqualTo(Verdict.NOT_APPLICABLE);
    assertThat(new ReleasesPresent().judge(facts(everything(US_EAST_2))).verdict())
        .isEqualTo(Verdict.NOT_APPLICABLE);
  }

  @Test
  void aLicensedProxyNeedsItsRelease() {
    List<Fact> all = new ArrayList<>(everything(US_EAST_2));
    all.addAll(everything(US_WEST_2));
    Facts wanted = regions().and(List.of(proxy(US_WEST_2, Optional.empty())));

    assertFails(
        new ReleasesPresent(),
        facts(all).intending(wanted),
        "us-west-2 has no release coder-proxy");
    assertFails(
        new ReleasesPresent(),
        facts(all).and(List.of(proxy(US_EAST_2, Optional.empty()))).intending(wanted),
        "us-west-2 has no release coder-proxy");
    assertFails(
        new ReleasesPresent(),
        facts(all).and(List.of(proxy(US_WEST_2, Optional.of("a licence")))).intending(wanted),
        "us-west-2 has no release coder-proxy");
    assertThat(
            new ReleasesPresent()
                .judge(
                    facts(all).and(List.of(proxy(US_WEST_2, Optional.empty()))).intending(wanted))
                .verdict())
        .isEqualTo(Verdict.PASS);
  }

  @Test
  void aProxyMayBeInAnotherRootThanThePlanned() {
    List<Fact> all = new ArrayList<>(everything(US_EAST_2));
    all.addAll(everything(US_WEST_2));
    Facts wanted = regions().and(List.of(proxy(US_WEST_2, Optional.empty())));

    assertThat(new ReleasesPresent().judge(Facts.of(Origin.PLAN, all).intending(wanted)).verdict())
        .isEqualTo(Verdict.UNKNOWN);
  }

  @Test
  void aProxyThatWaitsNeedsNone() {
    List<Fact> all = new ArrayList<>(everything(US_EAST_2));
    all.addAll(everything(US_WEST_2));
    Facts wanted = regions().and(List.of(proxy(US_WEST_2, Optional.of("a licence"))));

    assertThat(new ReleasesPresent().judge(facts(all).intending(wanted)).verdict())
        .isEqualTo(Verdict.PASS);
  }

  private static ProxyServer proxy(Region region, Optional<String> awaits) {
    return new ProxyServer(
        new Source(Origin.CONFIGURATION, "here"),
        new Ref("proxy." + region),
        Value.known(region),
        Value.known("coder-proxy"),
        Value.known("https://west.example.com"),
        Value.known("*.west.example.com"),
        Value.known("https://example.com"),
        Value.known("2.27.1"),
        Value.known("ghcr.io/coder/coder:v2.27.1"),
        Value.known(Optional.of("coder-proxy-token")),
        awaits,
        Set.of());
  }
}
