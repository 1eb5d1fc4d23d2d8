package dev.atoll.conformance.synthesized;

import static dev.atoll.aws.Region.US_EAST_2;
import static dev.atoll.aws.Region.US_WEST_2;
import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.facts.Facts;
import dev.atoll.facts.Origin;
import dev.atoll.facts.network.Vpc;
import dev.atoll.facts.network.VpcPeering;
import dev.atoll.itest.aws.AwsClients;
import dev.atoll.itest.aws.NetworkReader;
import dev.atoll.itest.localstack.LocalStackExtension;
import dev.atoll.itest.localstack.World;
import dev.atoll.itest.process.SearchPath;
import dev.atoll.itest.terraform.Terraform;
import dev.atoll.itest.terraform.WorkingDirectory;
import dev.atoll.stacks.Deployment;
import dev.atoll.stacks.Synthesis;
import dev.atoll.stacks.layout.Layout;
import dev.atoll.stacks.terraform.Root;
import dev.atoll.topology.CoderRegion;
import dev.atoll.topology.Topology;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * The first roots of a layered deployment, one after the other, with their states in S3: the
 * network of each Region, and what ties the networks together, which stands on both.
 *
 * <p>The roots after these are cut in the same way and take minutes; that their facts are those of
 * the single root is {@code LayoutsTest}'s, that their resources can be applied is the conformance
 * suite's, in the single root.
 */
@ExtendWith(LocalStackExtension.class)
class LayeredOnEmulatorTest {

  private static final List<String> PARTS =
      List.of(
          "layered-network-us-east-2", "layered-network-us-west-2", "layered-network-inter-region");

  @TempDir private Path folder;

  private final Topology topology =
      Topology.named("layered")
          .domain("layered.example.com")
          .coder(coder -> coder.licensed().database(aurora -> aurora.throwAway()))
          .region(US_EAST_2, ohio -> ohio.primary().vpc("10.0.0.0/16"))
          .region(US_WEST_2, oregon -> oregon.replica().vpc("10.1.0.0/16"))
          .peering(US_EAST_2, US_WEST_2)
          .build();
  private final Deployment deployment = Deployment.of(topology, Layout.LAYERED);

  // JUnit warns of every link that leads out of a temporary folder.
  @AfterEach
  void unlinkMirrors() throws IOException {
    List<Path> links;
    try (Stream<Path> tree = Files.walk(folder)) {
      links = tree.filter(Files::isSymbolicLink).toList();
    }
    for (Path link : links) {
      Files.delete(link);
    }
  }

  @Test
  void rootsAreAppliedInOrderPlannedEmptyAndDestroyedInReverse(World world) {
    Synthesis.write(deployment, folder);
    assertThat(deployment.parts().subList(0, PARTS.size()))
        .as("in the order of the manifest")
        .extracting(Root::name)
        .isEqualTo(PARTS);
    Terraform terraform = Terraform.find(SearchPath.ofEnvironment(), System.err::println);
    List<WorkingDirectory> parts = new ArrayList<>();
    for (Root root : deployment.roots().subList(0, deployment.bootstrap().size() + PARTS.size())) {
      WorkingDirectory at =
          terraform
              .in(Synthesis.workingFolder(deployment, root, folder))
              .environment(world.environment());
      at.init();
      at.apply();
      if (deployment.parts().contains(root)) {
        parts.add(at);
      }
    }
    try (AwsClients aws = AwsClients.of(world)) {
      assertThat(network(aws).all(VpcPeering.class).stream())
          .singleElement()
          .satisfies(
              peering ->
                  assertThat(peering.status().asOptional()).contains(VpcPeering.Status.ACTIVE));
      assertThat(ours(network(aws))).hasSize(topology.regions().size());

      Collections.reverse(parts);
      WorkingDirectory standsOnOthers = parts.get(0);
      assertThat(standsOnOthers.plan(standsOnOthers.folder().resolve("second"))).isFalse();

      parts.forEach(WorkingDirectory::destroy);
      assertThat(ours(network(aws))).isEmpty();
      assertThat(network(aws).all(VpcPeering.class).stream())
          .allMatch(peering -> peering.status().is(VpcPeering.Status.DEAD::equals).isYes());

      // A run that broke off is repeated from its first root on, whose states below are empty.
      standsOnOthers.destroy();
    }
  }

  private Facts network(AwsClients aws) {
    return Facts.of(
        Origin.APPLIED,
        NetworkReader.read(aws, topology.regions().stream().map(CoderRegion::region).toList()));
  }

  /** The emulator's default VPCs have been there before. */
  private List<Vpc> ours(Facts network) {
    return network.all(Vpc.class).stream()
        .filter(
            vpc ->
                topology.regions().stream()
                    .flatMap(region -> region.vpc().asOptional().stream())
                    .anyMatch(cidr -> vpc.cidrs().is(cidrs -> cidrs.contains(cidr)).isYes()))
        .toList();
  }
}
