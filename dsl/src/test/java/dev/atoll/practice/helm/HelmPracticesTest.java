package dev.atoll.practice.helm;

import static dev.atoll.aws.Region.US_EAST_2;
import static dev.atoll.aws.Region.US_WEST_2;
import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.aws.Region;
import dev.atoll.facts.Fact;
import dev.atoll.facts.Facts;
import dev.atoll.facts.Facts.Gap;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HelmPracticesTest {

  private static final Settings GOOD = settings(true, true, true, true, false);
  private static final HelmRelease CONTROLLER =
      release("lb", "aws-load-balancer-controller", US_EAST_2);

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
  void aReleaseThatTakesNothingOverIsNamed() {
    HelmRelease without = with(CONTROLLER, settings(false, true, true, true, false));

    assertFails(
        new UpgradeInstall(), facts(List.of(without)), "helm_release.lb", "installed already");
  }

  @Test
  void aReleaseWithoutVersionMustNotAskAClusterThatItsRootMakes() {
    HelmRelease asking = versioned(CONTROLLER, Optional.empty());

    assertThat(new UpgradeInstall().judge(facts(List.of(asking))).verdict())
        .isEqualTo(Verdict.PASS);
    assertFails(
        new UpgradeInstall(),
        facts(List.of(asking, cluster(US_EAST_2, "here"))),
        "while Terraform plans");
    assertThat(
            new UpgradeInstall()
                .judge(facts(List.of(asking, cluster(US_WEST_2, "here"))))
                .verdict())
        .isEqualTo(Verdict.PASS);
    assertThat(
            new UpgradeInstall()
                .judge(facts(List.of(asking, cluster(US_EAST_2, "there (other/cdk.tf.json)"))))
                .verdict())
        .isEqualTo(Verdict.PASS);
  }

  @Test
  void anExpressionOfTheClusterIsTrueOnceThereIsOne() {
    HelmRelease derived =
        with(
            versioned(CONTROLLER, Optional.empty()),
            new Settings(
                Value.unknown("it is an expression"),
                Value.known(true),
                Value.known(true),
                Value.known(true),
                Value.known(false)));
    assertThat(new UpgradeInstall().judge(facts(List.of(derived))).verdict())
        .isEqualTo(Verdict.UNKNOWN);
    assertThat(
            new UpgradeInstall()
                .judge(facts(List.of(derived, written("aws_eks_cluster.a.status"))))
                .verdict())
        .isEqualTo(Verdict.PASS);
    assertThat(new UpgradeInstall().judge(facts(List.of(derived, written("var.adopt")))).verdict())
        .isEqualTo(Verdict.UNKNOWN);
  }

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

  @ParameterizedTest
  @CsvSource({
    "3.1.1, PASS",
    "= 3.1.0, PASS",
    "3.1.2, PASS",
    "2.15.0, PASS",
    "2.14.1, FAIL",
    "1.0.0, FAIL",
    "3.0.0, FAIL",
    "3.0.2, FAIL",
    "~> 3.0.0, FAIL",
    "~> 3.0, PASS",
    "~> 2.12, PASS",
    "~> 2.12.0, FAIL",
    "'>= 2.0, < 2.15', FAIL",
    "'>= 3.0.0, < 3.1.0', FAIL",
    "'~> 3.1, != 3.1.2', PASS",
    "'< 3.1.0, != 3.0.2, != 3.0.1, != 3.0.0', PASS",
    "'', PASS",
    "~> 9.0, UNKNOWN",
    "newest, UNKNOWN",
    "3.0.0-pre1, UNKNOWN"
  })
  void versionsThatLackUpgradeInstallAreFlagged(String constraint, Verdict verdict) {
    assertThat(new ProviderVersion().judge(facts(List.of(provider(constraint)))).verdict())
        .isEqualTo(verdict);
  }

  @Test
  void ourOwnDeploymentHasTheDocumentedVersion() {
    assertThat(new ProviderVersion().judge(intended(List.of(provider("3.1.1")))).verdict())
        .isEqualTo(Verdict.PASS);
    assertFails(new ProviderVersion(), intended(List.of(provider("3.1.2"))), "not pinned to 3.1.1");
    assertFails(
        new ProviderVersion(), intended(List.of(provider("~> 3.1"))), "not pinned to 3.1.1");
  }

  @Test
  void aServiceBeforeTheControllerIsNamed() {
    HelmRelease early = release("cert-manager", "cert-manager", US_EAST_2);

    assertFails(
        new ControllerFirst(),
        facts(List.of(CONTROLLER, early)),
        "helm_release.cert-manager has a Service and does not come after helm_release.lb");
  }

  @Test
  void theControllerOfAnotherRegionDoesNotCount() {
    HelmRelease other = release("lb-west", "aws-load-balancer-controller", US_WEST_2);
    HelmRelease wrong =
        after(release("karpenter", "oci://x/karpenter", US_EAST_2), Set.of(other.ref()));

    assertFails(new ControllerFirst(), facts(List.of(CONTROLLER, other, wrong)), "karpenter");
  }

  @Test
  void aControllerThatIsNotWaitedForIsNotReady() {
    HelmRelease hasty = with(CONTROLLER, settings(true, true, false, true, false));

    assertFails(new ControllerFirst(), facts(List.of(hasty)), "is not waited for");
  }

  @Test
  void whetherAnUnknownChartHasAServiceIsOpen() {
    HelmRelease own = release("own", "./atoll.charts/own", US_EAST_2);
    HelmRelease volumes = release("ebs", "aws-ebs-csi-driver", US_EAST_2);

    assertThat(new ControllerFirst().judge(facts(List.of(CONTROLLER, own))).verdict())
        .isEqualTo(Verdict.UNKNOWN);
    assertThat(
            new ControllerFirst()
                .judge(facts(List.of(CONTROLLER, after(own, Set.of(CONTROLLER.ref())))))
                .verdict())
        .isEqualTo(Verdict.PASS);
    assertThat(new ControllerFirst().judge(facts(List.of(CONTROLLER, volumes))).verdict())
        .isEqualTo(Verdict.PASS);
  }

  private static void assertFails(Practice practice, Facts facts, String... what) {
    Judgement judgement = practice.judge(facts);

    assertThat(judgement.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(judgement.findings())
        .singleElement()
        .satisfies(finding -> assertThat(finding.what()).contains(what));
  }

  private static Facts one(Settings settings) {
    return facts(List.of(with(CONTROLLER, settings)));
  }

  private static Facts facts(List<? extends Fact> facts) {
    return Facts.of(Origin.CONFIGURATION, facts);
  }

  private static Facts intended(List<? extends Fact> facts) {
    return facts(facts).intending(regions());
  }

  private static Facts regions() {
    return Facts.of(Origin.TOPOLOGY, List.of(server(US_EAST_2), server(US_WEST_2)));
  }

  private static CoderServer server(Region region) {
    return new CoderServer(
        new Source(Origin.TOPOLOGY, "here"),
        new Ref("coder." + region),
        Value.known(region),
        Value.known("2.27.1"),
        Value.known(1));
  }

  private static List<Fact> everything(Region region) {
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

  private static HelmRelease release(String name, String chart, Region region) {
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

  private static HelmRelease with(HelmRelease release, Settings settings) {
    return copy(release, release.version(), settings, release.after());
  }

  private static HelmRelease versioned(HelmRelease release, Optional<String> version) {
    return copy(release, Value.known(version), release.settings(), release.after());
  }

  private static HelmRelease after(HelmRelease release, Set<Ref> after) {
    return copy(release, release.version(), release.settings(), after);
  }

  private static HelmRelease copy(
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

  private static Settings settings(
      boolean upgradeInstall, boolean namespace, boolean waits, boolean jobs, boolean noCrds) {
    return new Settings(
        Value.known(upgradeInstall),
        Value.known(namespace),
        Value.known(waits),
        Value.known(jobs),
        Value.known(noCrds));
  }

  private static HelmProvider provider(String constraint) {
    return new HelmProvider(
        new Source(Origin.CONFIGURATION, "here"),
        new Ref("terraform.required_providers.helm"),
        Value.known(constraint));
  }

  private static EksCluster cluster(Region region, String place) {
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

  private static Expression written(String reference) {
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
