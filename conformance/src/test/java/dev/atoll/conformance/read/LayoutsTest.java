package dev.atoll.conformance.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atoll.aws.Region;
import dev.atoll.facts.Facts;
import dev.atoll.facts.helm.HelmProvider;
import dev.atoll.facts.helm.HelmRelease;
import dev.atoll.facts.network.Route;
import dev.atoll.facts.network.Vpc;
import dev.atoll.facts.network.VpcPeering;
import dev.atoll.facts.state.StateBackend;
import dev.atoll.stacks.Deployment;
import dev.atoll.stacks.Synthesis;
import dev.atoll.stacks.coderdemo.CoderDemo;
import dev.atoll.stacks.examples.EightRegions;
import dev.atoll.stacks.examples.OneRegion;
import dev.atoll.stacks.layout.Layout;
import dev.atoll.topology.Topology;
import dev.atoll.topology.TopologySource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** However a deployment is cut into roots, what it says is the same. */
class LayoutsTest {

  @TempDir private Path folder;

  static List<TopologySource> topologies() {
    return List.of(new CoderDemo(), new OneRegion(), new Frankfurt(), new EightRegions());
  }

  @ParameterizedTest
  @MethodSource("topologies")
  void bothLayoutsGiveTheSameFacts(TopologySource source) {
    Topology topology = source.topology();
    Facts single = TerraformJson.readAll(write(Deployment.of(topology, Layout.SINGLE))).facts();
    List<Path> roots = write(Deployment.of(topology, Layout.LAYERED));
    Facts layered = TerraformJson.readAll(roots).facts();

    assertThat(roots).hasSizeGreaterThanOrEqualTo(topology.regions().size());
    assertThat(withBackends(layered)).isEqualTo(withBackends(single)).isNotEmpty();
    assertThat(gaps(layered)).isEqualTo(gaps(single));
    for (HelmRelease release : single.all(HelmRelease.class).facts()) {
      assertThat(layered.find(HelmRelease.class, release.ref()).orElseThrow().after())
          .as(release.ref().key())
          .containsAll(release.after());
    }
  }

  @Test
  void statesInFilesAreFollowedAsWell() {
    Facts single = facts(Deployment.withLocalState(new CoderDemo().topology()));
    Facts layered = facts(Deployment.withLocalState(new CoderDemo().topology(), Layout.LAYERED));

    assertThat(withBackends(layered)).isEqualTo(withBackends(single));
    assertThat(gaps(layered)).isEmpty();
  }

  @Test
  void aRootWhoseFoundationIsNotReadHasAGapAndClaimsNothing() {
    List<Path> roots = new ArrayList<>(layered());
    roots.removeIf(root -> root.toString().contains("network-us-west-2"));

    Facts facts = TerraformJson.readAll(roots).facts();

    assertThat(facts.all(Vpc.class).gap())
        .hasValueSatisfying(
            why -> assertThat(why).contains("data.terraform_remote_state.network_us_west_2"));
    assertThat(facts.all(VpcPeering.class).stream())
        .singleElement()
        .satisfies(
            peering -> {
              assertThat(peering.accepter().asOptional()).isEmpty();
              assertThat(peering.requester().asOptional()).isPresent();
            });
  }

  @Test
  void anOutputThatIsNotThereIsUnknown() throws IOException {
    List<Path> roots = layered();
    Path west = named(roots, "network-us-west-2");
    Files.writeString(west, Files.readString(west).replace("aws_vpc__us_west_2__id", "renamed"));

    Facts facts = TerraformJson.readAll(roots).facts();

    assertThat(facts.all(VpcPeering.class).stream())
        .singleElement()
        .satisfies(
            peering ->
                assertThat(peering.accepter().show())
                    .contains("has no output aws_vpc__us_west_2__id"));
  }

  @Test
  void aStateElsewhereIsNotTakenForThatOfARoot() throws IOException {
    List<Path> roots = layered();
    Path between = named(roots, "inter-region");
    Files.writeString(
        between,
        Files.readString(between)
            .replace(
                "\"key\": \"coderdemo/network/us-west-2", "\"key\": \"other/network/us-west-2"));

    assertThat(TerraformJson.readAll(roots).facts().all(Route.class).gap()).isPresent();
  }

  @Test
  void anAddressThatSeveralRootsHaveIsToldApart() throws IOException {
    List<Path> roots = layered();
    Path west = named(roots, "network-us-west-2");
    Files.writeString(west, Files.readString(west).replace("us_west_2", "us_east_2"));
    Path between = named(roots, "inter-region");
    Files.writeString(
        between,
        Files.readString(between)
            .replace("outputs.aws_vpc__us_west_2__id", "outputs.aws_vpc__us_east_2__id"));

    Facts facts = TerraformJson.readAll(roots).facts();

    assertThat(facts.all(Vpc.class).stream())
        .extracting(vpc -> vpc.ref().key() + " " + vpc.region().show())
        .containsExactlyInAnyOrder(
            "coderdemo-network-us-east-2/cdk.tf.json:aws_vpc.us_east_2 us-east-2",
            "coderdemo-network-us-west-2/cdk.tf.json:aws_vpc.us_east_2 us-west-2");
    assertThat(facts.all(VpcPeering.class).stream())
        .singleElement()
        .satisfies(
            peering ->
                assertThat(peering.accepter().show())
                    .contains("coderdemo-network-us-west-2/cdk.tf.json:aws_vpc.us_east_2"));
  }

  @Test
  void rootsOfSeveralFormatsAreNoEstate() throws IOException {
    List<Path> roots = new ArrayList<>(layered());
    roots.add(
        Files.writeString(folder.resolve("state.json"), Fixture.json("state.json").toString()));

    assertThatThrownBy(() -> TerraformJson.readAll(roots))
        .isInstanceOf(UnreadableTerraform.class)
        .hasMessageContaining("of one format");
  }

  private List<Path> layered() {
    return write(Deployment.of(new CoderDemo().topology(), Layout.LAYERED));
  }

  private Facts facts(Deployment deployment) {
    return TerraformJson.readAll(write(deployment)).facts();
  }

  private List<Path> write(Deployment deployment) {
    Synthesis.write(deployment, folder);
    Path output = folder.resolve(Synthesis.OUTPUT);
    return deployment.parts().stream().map(root -> Synthesis.cdkTfJson(output, root)).toList();
  }

  private static Path named(List<Path> roots, String part) {
    return roots.stream().filter(root -> root.toString().contains(part)).findFirst().orElseThrow();
  }

  private static Map<String, Object> withBackends(Facts facts) {
    Map<String, Object> all = new TreeMap<>();
    Flat.of(facts).forEach((thing, attributes) -> all.put(thing, withoutReasons(attributes)));
    // Every root that has a release asks for the provider.
    all.keySet().removeIf(thing -> thing.startsWith("HelmProvider "));
    all.put(
        "helm",
        facts.all(HelmProvider.class).stream().map(HelmProvider::constraint).distinct().toList());
    for (StateBackend backend : facts.all(StateBackend.class).facts()) {
      all.put(
          "backend",
          List.of(
              backend.type(),
              backend.bucket(),
              backend.region(),
              backend.encrypted(),
              backend.locked()));
    }
    return all;
  }

  /** Why something is unknown quotes the expression, which reads another root's state. */
  private static Map<String, String> withoutReasons(Map<String, String> attributes) {
    Map<String, String> plain = new TreeMap<>(attributes);
    // A root of its own comes after everything of the roots that it reads: tested apart.
    plain.remove("after");
    plain.replaceAll((name, value) -> Flat.unknown(value) ? "unknown" : value);
    return plain;
  }

  private static List<String> gaps(Facts facts) {
    return facts.everything().stream()
        .flatMap(fact -> facts.all(fact.getClass()).gap().stream())
        .distinct()
        .toList();
  }

  /** Three Regions with the primary in Frankfurt. */
  private static final class Frankfurt implements TopologySource {
    @Override
    public Topology topology() {
      return Topology.named("frankfurt")
          .domain("example.org")
          .coder(coder -> coder.licensed())
          .region(Region.EU_CENTRAL_1, region -> region.primary().vpc("172.16.0.0/16"))
          .region(Region.US_EAST_1, region -> region.replica().vpc("172.17.0.0/16"))
          .region(Region.AP_SOUTHEAST_1, region -> region.replica().vpc("172.18.0.0/16"))
          .fullMesh()
          .build();
    }
  }
}
