package dev.atoll.practice.helm;

import static dev.atoll.aws.Region.US_EAST_2;
import static dev.atoll.aws.Region.US_WEST_2;
import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.aws.Region;
import dev.atoll.facts.Fact;
import dev.atoll.facts.Facts;
import dev.atoll.facts.Origin;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Source;
import dev.atoll.facts.Value;
import dev.atoll.facts.cluster.EksCluster;
import dev.atoll.facts.coder.CoderServer;
import dev.atoll.facts.configuration.Expression;
import dev.atoll.facts.configuration.Expression.Form;
import dev.atoll.facts.helm.HelmProvider;
import dev.atoll.facts.helm.HelmRelease;
import dev.atoll.facts.helm.HelmRelease.Settings;
import dev.atoll.practice.Judgement;
import dev.atoll.practice.Practice;
import dev.atoll.practice.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Releases as the documents have them, and ways to change one thing of them. */
final class SampleReleases {

  static final Settings GOOD = settings(true, true, true, true, false);
  static final HelmRelease CONTROLLER = release("lb", "aws-load-balancer-controller", US_EAST_2);

  private SampleReleases() {}

  static void assertFails(Practice practice, Facts facts, String... what) {
    Judgement judgement = practice.judge(facts);

    assertThat(judgement.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(judgement.findings())
        .singleElement()
        .satisfies(finding -> assertThat(finding.what()).contains(what));
  }

  static Facts one(Settings settings) {
    return facts(List.of(with(CONTROLLER, settings)));
  }

  static Facts facts(List<? extends Fact> facts) {
    return Facts.of(Origin.CONFIGURATION, facts);
  }

  static Facts intended(List<? extends Fact> facts) {
    return facts(facts).intending(regions());
  }

  static Facts regions() {
    return Facts.of(Origin.TOPOLOGY, List.of(server(US_EAST_2), server(US_WEST_2)));
  }

  static CoderServer server(Region region) {
    return new CoderServer(
        new Source(Origin.TOPOLOGY, "here"),
        new Ref("coder." + region),
        Value.known(region),
        Value.known("2.27.1"),
        Value.known(1));
  }

  static List<Fact> everything(Region region) {
    HelmRelease controller = release("lb-" + region, "aws-load-balancer-controller", region);
    List<Fact> all = new ArrayList<>(List.of(controller));
    for (String chart :
        List.of(
            "oci://public.ecr.aws/karpenter/karpenter",
            "aws-ebs-csi-driver",
            "cert-manager",
            "metrics-server",
            "coder")) {
      String name = chart.substring(chart.lastIndexOf('/') + 1) + "-" + region;
      all.add(after(release(name, chart, region), Set.of(controller.ref())));
    }
    return all;
  }

  static HelmRelease release(String name, String chart, Region region) {
    return new HelmRelease(
        new Source(Origin.CONFIGURATION, "here"),
        new Ref("helm_release." + name),
        Value.known(region),
        Value.known(name),
        Value.known(name),
        Value.known(chart),
        Value.known(Optional.of("1.2.3")),
        GOOD,
        Value.known(Duration.ofMinutes(10)),
        Value.known(List.of()),
        Set.of());
  }

  static HelmRelease with(HelmRelease release, Settings settings) {
    return copy(release, release.version(), settings, release.after());
  }

  static HelmRelease versioned(HelmRelease release, Optional<String> version) {
    return copy(release, Value.known(version), release.settings(), release.after());
  }

  static HelmRelease after(HelmRelease release, Set<Ref> after) {
    return copy(release, release.version(), release.settings(), after);
  }

  static HelmRelease copy(
      HelmRelease release, Value<Optional<String>> version, Settings settings, Set<Ref> after) {
    return new HelmRelease(
        release.source(),
        release.ref(),
        release.region(),
        release.release(),
        release.namespace(),
        release.chart(),
        version,
        settings,
        release.timeout(),
        release.values(),
        after);
  }

  static Settings settings(
      boolean upgradeInstall, boolean namespace, boolean waits, boolean jobs, boolean noCrds) {
    return new Settings(
        Value.known(upgradeInstall),
        Value.known(namespace),
        Value.known(waits),
        Value.known(jobs),
        Value.known(noCrds));
  }

  static HelmProvider provider(String constraint) {
    return new HelmProvider(
        new Source(Origin.CONFIGURATION, "here"),
        new Ref("terraform.required_providers.helm"),
        Value.known(constraint));
  }

  static EksCluster cluster(Region region, String place) {
    return new EksCluster(
        new Source(Origin.CONFIGURATION, place),
        new Ref("aws_eks_cluster.a"),
        Value.known(region),
        Value.known("a"),
        Value.known("1.33"),
        Value.unknown("-"),
        Value.unknown("-"),
        Value.unknown("-"));
  }

  static Expression written(String reference) {
    return new Expression(
        new Source(Origin.CONFIGURATION, "here"),
        CONTROLLER.ref(),
        "upgrade_install",
        Form.FUNCTION,
        "${" + reference + " == \"ACTIVE\"}",
        List.of(reference),
        List.of());
  }
}
