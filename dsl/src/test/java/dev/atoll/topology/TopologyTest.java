package dev.atoll.topology;

import static dev.atoll.aws.Region.EU_WEST_1;
import static dev.atoll.aws.Region.US_EAST_2;
import static dev.atoll.aws.Region.US_WEST_2;
import static dev.atoll.topology.Reason.because;
import static dev.atoll.topology.Units.acu;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.atoll.aws.Region;
import dev.atoll.facts.aws.Quota;
import dev.atoll.facts.database.RegionLoss.Recovery;
import dev.atoll.practice.Finding;
import dev.atoll.practice.Severity;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TopologyTest {

  @Test
  void theDocumentsTopologyIsValidAndEarnsExactlyTheWarningAboutItsDistance() {
    Topology topology = coderdemo().build();

    assertThat(topology.primary().region()).isEqualTo(US_EAST_2);
    assertThat(topology.warnings())
        .extracting(finding -> finding.practice().id())
        .containsExactly("NET-6b");
    assertThat(topology.warnings().get(0).what()).contains("34 ms").contains("10 ms");
  }

  static Stream<Arguments> wrongTopologies() {
    return Stream.of(
        wrong("overlapping CIDRs", pair("10.0.0.0/16", "10.0.128.0/17"), "NET-1"),
        wrong("the same CIDR", pair("10.0.0.0/16", "10.0.0.0/16"), "NET-1"),
        wrong("a CIDR larger than /16", pair("10.0.0.0/15", "10.4.0.0/16"), "TOP-2"),
        wrong("a CIDR smaller than /28", pair("10.0.0.0/29", "10.1.0.0/16"), "TOP-2"),
        wrong("no room for six subnets", pair("10.0.0.0/25", "10.1.0.0/16"), "TOP-2"),
        wrong("a public CIDR", pair("11.0.0.0/16", "10.1.0.0/16"), "TOP-2"),
        wrong("host bits", pair("10.0.0.1/16", "10.1.0.0/16"), "TOP-2"),
        wrong("no CIDR at all", twoRegions("10.0.0.0/16").peering(US_EAST_2, US_WEST_2), "TOP-2"),
        wrong("peering with itself", coderdemo().peering(US_EAST_2, US_EAST_2), "NET-2"),
        wrong("peering twice", coderdemo().peering(US_EAST_2, US_WEST_2), "NET-2"),
        wrong("peering twice, the other way", coderdemo().peering(US_WEST_2, US_EAST_2), "NET-2"),
        wrong("peering with an unknown region", coderdemo().peering(US_EAST_2, EU_WEST_1), "NET-2"),
        wrong(
            "no primary",
            Topology.named("atoll")
                .domain("example.com")
                .coder(CoderBuilder::licensed)
                .region(US_EAST_2, region -> region.replica().vpc("10.0.0.0/16")),
            "TOP-1"),
        wrong(
            "two primaries",
            Topology.named("atoll")
                .domain("example.com")
                .coder(CoderBuilder::licensed)
                .region(US_EAST_2, region -> region.primary().vpc("10.0.0.0/16"))
                .region(US_WEST_2, region -> region.primary().vpc("10.1.0.0/16"))
                .peering(US_EAST_2, US_WEST_2),
            "TOP-1"),
        wrong(
            "a cluster name that EKS refuses",
            coderdemo().region(EU_WEST_1, r -> r.vpc("10.2.0.0/16").cluster("-no")).fullMesh(),
            "TOP-3"),
        wrong("a bucket name that S3 refuses", coderdemo().state(s -> s.bucket("No_")), "TOP-3"),
        wrong("a domain with a scheme", coderdemo().domain("https://coderdemo.io"), "TOP-3"),
        wrong("an unknown version", coderdemo().coder(c -> c.version("3.0.0")), "NET-6c"),
        wrong("more peerings than the quota", mesh(52), "NET-7"),
        wrong("the latest version", coderdemo().coder(c -> c.version("latest")), "CDR-9", "NET-6c"),
        wrong("a range of versions", coderdemo().coder(c -> c.version("2.27")), "CDR-9"),
        wrong("two replicas without a licence", unlicensed(1), "CDR-8"),
        wrong("no replica", coderdemo().coder(c -> c.replicas(0)), "TOP-2"),
        wrong("an empty reason", coderdemo().coder(c -> c.licencePending(because(" "))), "TOP-2"),
        wrong("an account that is none", coderdemo().account("12345"), "TOP-2"),
        wrong("an unknown Kubernetes", with(ohio -> ohio.kubernetes("1.19")), "TOP-2"),
        wrong("a malformed endpoint", with(ohio -> ohio.publicEndpoint("203.0.113.0/33")), "TOP-2"),
        wrong("an endpoint for nobody", with(ohio -> ohio.publicEndpoint()), "TOP-2"),
        wrong("LiteLLM on a path", liteLlm(llm -> llm.path("/v1")), "LLM-6"),
        wrong(
            "a capacity that AWS does not offer",
            coderdemo().coder(c -> c.database(a -> a.capacity(acu(0.3), acu(16)))),
            "TOP-2"),
        wrong(
            "a capacity above the largest",
            coderdemo().coder(c -> c.database(a -> a.capacity(acu(0.5), acu(257)))),
            "TOP-2"),
        wrong(
            "limits in the wrong order",
            liteLlm(llm -> llm.database(a -> a.capacity(acu(8), acu(0.5)))),
            "TOP-2"),
        wrong(
            "a recovery that is not synthesized",
            coderdemo().coder(c -> c.database(a -> a.ifItsRegionIsLost(Recovery.GLOBAL_DATABASE))),
            "TOP-2"));
  }

  @ParameterizedTest(name = "{0}: {2}")
  @MethodSource("wrongTopologies")
  void aWrongTopologyCannotBeBuiltAndExactlyThePracticeThatItBreaksSaysSo(
      String name, TopologyBuilder wrong, List<String> practices) {
    InvalidTopology refused = catchThrowableOfType(InvalidTopology.class, wrong::build);

    assertThat(refused).as(name).isNotNull();
    assertThat(errors(refused))
        .extracting(f -> f.practice().id())
        .containsOnly(practices.toArray(String[]::new));
    assertThat(errors(refused))
        .allSatisfy(
            finding ->
                assertThat(finding.where())
                    .as("where")
                    .isNotEmpty()
                    .allSatisfy(place -> assertThat(place.place()).contains("TopologyTest.java:")));
  }

  @Test
  void liteLlmMayBeInternal() {
    assertThat(liteLlm(LiteLlmBuilder::internalOnly).build().warnings()).hasSize(1);
  }

  @Test
  void anExpensiveMinimumWarnsAndAReaderWithItsReasonDoesNot() {
    Topology topology =
        coderdemo()
            .coder(c -> c.database(a -> a.capacity(acu(2), acu(16)).reader(because("reports"))))
            .build();

    assertThat(topology.warnings())
        .extracting(finding -> finding.practice().id())
        .containsExactly("AUR-2", "NET-6b");
  }

  @Test
  void aReplicaThatNothingConnectsToThePrimaryIsRefused() {
    InvalidTopology refused =
        catchThrowableOfType(
            InvalidTopology.class, () -> twoRegions("10.0.0.0/16", "10.1.0.0/16").build());

    assertThat(errors(refused)).extracting(f -> f.practice().id()).contains("NET-2");
  }

  @Test
  void everyMistakeIsReportedAtOnceWithReasonSourceAndFix() {
    TopologyBuilder wrong =
        Topology.named("Atoll!")
            .domain("nowhere")
            .region(US_EAST_2, region -> region.vpc("10.0.0.0/16").cluster("a b"))
            .region(US_WEST_2, region -> region.vpc("10.0.0.0/99"))
            .peering(US_EAST_2, US_EAST_2);

    InvalidTopology refused = catchThrowableOfType(InvalidTopology.class, wrong::build);

    assertThat(errors(refused))
        .extracting(f -> f.practice().id())
        .contains("TOP-1", "TOP-2", "TOP-3", "NET-2");
    assertThat(refused)
        .hasMessageContainingAll("where ", "why ", "source ", "fix ", "TopologyTest.java:");
  }

  @Test
  void theConstructorJudgesToo() {
    Topology valid = coderdemo().build();
    Design broken =
        new Design(
            valid.design().at(),
            valid.name(),
            valid.design().domain(),
            valid.design().account(),
            valid.design().coder(),
            valid.regions(),
            List.of(),
            valid.design().nat(),
            valid.design().state(),
            valid.design().quotas(),
            valid.design().dns(),
            valid.design().malformed());

    assertThat(catchThrowableOfType(InvalidTopology.class, () -> new Topology(broken))).isNotNull();
  }

  @Test
  void subnetsAreDerivedFromTheCidrWithoutOverlapAndTaggedForTheController() {
    CoderRegion ohio = coderdemo().build().region(US_EAST_2);

    assertThat(ohio.privateSubnets())
        .extracting(subnet -> subnet.zone() + " " + subnet.cidr())
        .containsExactly(
            "us-east-2a 10.0.0.0/18", "us-east-2b 10.0.64.0/18", "us-east-2c 10.0.128.0/18");
    assertThat(ohio.publicSubnets())
        .extracting(subnet -> subnet.zone() + " " + subnet.cidr())
        .containsExactly(
            "us-east-2a 10.0.192.0/20", "us-east-2b 10.0.208.0/20", "us-east-2c 10.0.224.0/20");
    assertThat(ohio.publicSubnets().get(0).tags())
        .containsAllEntriesOf(
            Map.of(
                "kubernetes.io/role/elb", "1", "kubernetes.io/cluster/coderdemo-use2", "shared"));
    assertThat(ohio.privateSubnets().get(0).tags())
        .containsEntry("kubernetes.io/role/internal-elb", "1")
        .doesNotContainKey("kubernetes.io/role/elb");
  }

  @Test
  void aFullMeshConnectsEveryTwoRegionsOnce() {
    assertThat(mesh(33).build().peerings()).hasSize(33 * 32 / 2);
  }

  @Test
  void theStateIsInThePrimaryRegionUnlessSaid() {
    StateStore store = coderdemo().build().design().state();

    assertThat(store.bucket()).isEqualTo("coderdemo-terraform-state");
    assertThat(store.region()).isEqualTo(US_EAST_2);
  }

  @Test
  void withoutAMeasurementTheFloorOfPhysicsWarns() {
    Topology topology =
        twoRegions("10.0.0.0/16", "10.1.0.0/16").peering(US_EAST_2, US_WEST_2).build();

    assertThat(topology.warnings()).hasSize(1);
    assertThat(topology.warnings().get(0).what()).contains("at least 30 ms");
  }

  @Test
  void regionsWithinReachEarnNoWarning() {
    Topology near =
        Topology.named("near")
            .domain("example.com")
            .coder(CoderBuilder::licensed)
            .region(Region.EU_CENTRAL_1, region -> region.primary().vpc("10.0.0.0/16"))
            .region(Region.EU_CENTRAL_2, region -> region.vpc("10.1.0.0/16"))
            .peering(Region.EU_CENTRAL_1, Region.EU_CENTRAL_2)
            .build();

    assertThat(near.warnings()).isEmpty();
  }

  private static List<Finding> errors(InvalidTopology refused) {
    return refused.findings().stream()
        .filter(finding -> finding.severity() == Severity.ERROR)
        .toList();
  }

  private static Arguments wrong(String name, TopologyBuilder topology, String... practices) {
    return Arguments.of(name, topology, List.of(practices));
  }

  private static TopologyBuilder coderdemo() {
    return twoRegions("10.0.0.0/16", "10.1.0.0/16")
        .peering(US_EAST_2, US_WEST_2, path -> path.measuredRoundTrip(Duration.ofMillis(34)));
  }

  @Test
  void replicasOfAllRegionsAreCountedAndTheServersOwnSentenceIsSaid() {
    InvalidTopology refused =
        catchThrowableOfType(InvalidTopology.class, () -> unlicensed(3).build());

    assertThat(refused)
        .hasMessageContainingAll(
            "4 replicas share one database",
            "3 in us-east-2, 1 in us-west-2",
            "You have multiple replicas but high availability is an Enterprise feature.");
  }

  @Test
  void aPendingLicenceIsAWarningThatSaysWhy() {
    Topology topology =
        coderdemo().coder(coder -> coder.licencePending(because("the order is placed"))).build();

    assertThat(topology.warnings())
        .filteredOn(finding -> finding.practice().id().equals("CDR-8"))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.severity()).isEqualTo(Severity.WARNING);
              assertThat(finding.what()).contains("2 replicas").endsWith("the order is placed");
            });
  }

  @Test
  void aSingleReplicaNeedsNoLicence() {
    Topology topology =
        Topology.named("one")
            .domain("example.com")
            .region(US_EAST_2, region -> region.primary().vpc("10.0.0.0/16"))
            .build();

    assertThat(topology.warnings()).isEmpty();
  }

  /** Two Regions, no licence; so many replicas in the first. */
  private static TopologyBuilder unlicensed(int replicas) {
    return Topology.named("atoll")
        .domain("example.com")
        .region(US_EAST_2, r -> r.primary().vpc("10.0.0.0/16").coderReplicas(replicas))
        .region(US_WEST_2, region -> region.vpc("10.1.0.0/16"))
        .peering(US_EAST_2, US_WEST_2);
  }

  /** One Region with this said about it. */
  private static TopologyBuilder with(Consumer<RegionBuilder> more) {
    return Topology.named("one")
        .domain("example.com")
        .region(US_EAST_2, ohio -> more.accept(ohio.primary().vpc("10.0.0.0/16")));
  }

  private static TopologyBuilder liteLlm(Consumer<LiteLlmBuilder> description) {
    return coderdemo()
        .region(EU_WEST_1, region -> region.vpc("10.2.0.0/16").liteLlm(description))
        .quota(Quota.Of.ELASTIC_IPS, 7)
        .peering(US_EAST_2, EU_WEST_1, path -> path.measuredRoundTrip(Duration.ofMillis(9)))
        .peering(US_WEST_2, EU_WEST_1, path -> path.measuredRoundTrip(Duration.ofMillis(9)));
  }

  private static TopologyBuilder pair(String first, String second) {
    return twoRegions(first, second).peering(US_EAST_2, US_WEST_2);
  }

  private static TopologyBuilder twoRegions(String first, String... second) {
    return Topology.named("coderdemo")
        .domain("coderdemo.io")
        .coder(coder -> coder.version("2.27.1").licensed())
        .region(US_EAST_2, ohio -> ohio.primary().cluster("coderdemo-use2").vpc(first))
        .region(
            US_WEST_2,
            oregon -> {
              oregon.replica().cluster("coderdemo-usw2");
              Stream.of(second).forEach(oregon::vpc);
            });
  }

  private static TopologyBuilder mesh(int size) {
    TopologyBuilder builder =
        Topology.named("mesh").domain("example.com").coder(CoderBuilder::licensed);
    for (int i = 0; i < size; i++) {
      Region region =
          i < 33 ? Region.all().get(i) : new Region("zz-test-%c-1".formatted('a' + i - 33));
      String cidr = "10.%d.0.0/16".formatted(i);
      boolean primary = i == 0;
      builder.region(
          region,
          described -> {
            described.vpc(cidr);
            if (primary) {
              described.primary();
            }
          });
    }
    return builder.fullMesh();
  }
}
