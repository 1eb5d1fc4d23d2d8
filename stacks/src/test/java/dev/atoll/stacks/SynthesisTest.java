package dev.atoll.stacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.atoll.stacks.coderdemo.CoderDemo;
import dev.atoll.stacks.layout.Layout;
import dev.atoll.stacks.terraform.Backend;
import dev.atoll.stacks.terraform.RemoteState;
import dev.atoll.stacks.terraform.Root;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SynthesisTest {

  @TempDir Path folder;

  private final Deployment coderdemo = Deployment.of(new CoderDemo().topology());

  @Test
  void theSameDeploymentGivesTheSameBytes() throws IOException {
    Synthesis.write(coderdemo, folder.resolve("one"));
    Synthesis.write(coderdemo, folder.resolve("two"));

    assertThat(contents(folder.resolve("one")))
        .isNotEmpty()
        .isEqualTo(contents(folder.resolve("two")));
  }

  @Test
  void whatIsWrittenNamesNoPathOfThisMachine() throws IOException {
    Synthesis.write(coderdemo, folder);

    String here = folder.toString();
    assertThat(contents(folder).values())
        .allSatisfy(text -> assertThat(text).doesNotContain(here, System.getProperty("user.home")));
  }

  @Test
  void theMainRootLiesWhereTerraformLooks() throws IOException {
    Synthesis.write(coderdemo, folder);

    JsonNode root = new ObjectMapper().readTree(folder.resolve("atoll.tf.json").toFile());
    assertThat(root.at("/terraform/backend/s3").properties())
        .extracting(entry -> entry.getKey() + "=" + entry.getValue().asText())
        .containsExactlyInAnyOrder(
            "bucket=coderdemo-terraform-state",
            "key=coderdemo/terraform.tfstate",
            "region=us-east-2",
            "encrypt=true",
            "use_lockfile=true");
    assertThat(root.at("/resource/aws_vpc").properties())
        .extracting(Map.Entry::getKey)
        .containsExactly("us_east_2", "us_west_2");
  }

  @Test
  void aSecondSynthesisReplacesRootsAndKeepsState() throws IOException {
    Synthesis.write(coderdemo, folder);
    Path stale = folder.resolve("cdktf.out/stacks/former/cdk.tf.json");
    Path state = stale.resolveSibling("terraform.tfstate");
    Files.createDirectories(stale.getParent());
    Files.writeString(stale, "{}");
    Files.writeString(state, "precious");

    Synthesis.write(coderdemo, folder);

    assertThat(stale).doesNotExist();
    assertThat(state).hasContent("precious");
  }

  @Test
  void eachLayoutWithdrawsTheRootsOfTheOtherAndKeepsItsState() throws IOException {
    Deployment layered = Deployment.of(new CoderDemo().topology(), Layout.LAYERED);
    Path stacks = folder.resolve("cdktf.out/stacks");
    Path network = stacks.resolve("coderdemo-network-us-east-2/cdk.tf.json");

    Synthesis.write(coderdemo, folder);
    Path state = Files.writeString(folder.resolve("terraform.tfstate"), "precious");
    Synthesis.write(layered, folder);

    assertThat(folder.resolve("atoll.tf.json")).doesNotExist();
    assertThat(stacks.resolve("coderdemo/cdk.tf.json")).doesNotExist();
    assertThat(network).exists();
    assertThat(state).hasContent("precious");

    Path other = Files.writeString(network.resolveSibling("terraform.tfstate"), "as well");
    Synthesis.write(coderdemo, folder);

    assertThat(folder.resolve("atoll.tf.json")).exists();
    assertThat(network).doesNotExist();
    assertThat(other).hasContent("as well");
  }

  @Test
  void theManifestHasTheRootsInTheirOrder() throws IOException {
    Deployment layered = Deployment.of(new CoderDemo().topology(), Layout.LAYERED);
    Synthesis.write(layered, folder);

    JsonNode stacks =
        new ObjectMapper()
            .readTree(folder.resolve("cdktf.out/manifest.json").toFile())
            .at("/stacks");
    assertThat(stacks.properties())
        .extracting(Map.Entry::getKey)
        .containsExactlyElementsOf(layered.roots().stream().map(Root::name).toList());
    for (Root root : layered.roots()) {
      List<String> needed = root.remoteStates().stream().map(RemoteState::root).toList();
      assertThat(stacks.at("/" + root.name() + "/dependencies"))
          .extracting(JsonNode::asText)
          .containsExactlyInAnyOrderElementsOf(needed);
    }
    assertThat(stacks.at("/coderdemo-network-inter-region/dependencies"))
        .extracting(JsonNode::asText)
        .containsExactlyInAnyOrder("coderdemo-network-us-east-2", "coderdemo-network-us-west-2");
  }

  @Test
  void everyRootHasAStateOfItsOwn() {
    assertThat(Deployment.of(new CoderDemo().topology(), Layout.LAYERED).parts())
        .extracting(root -> ((Backend.S3) root.backend()).key())
        .doesNotHaveDuplicates()
        .contains(
            "coderdemo/network/us-east-2/terraform.tfstate",
            "coderdemo/network/us-west-2/terraform.tfstate",
            "coderdemo/network/inter-region/terraform.tfstate");
  }

  @Test
  void nothingIsLeftBehindBesideTheOutput() throws IOException {
    Synthesis.write(coderdemo, folder);

    try (Stream<Path> entries = Files.list(folder)) {
      assertThat(entries.map(Path::getFileName).map(Path::toString))
          .containsExactlyInAnyOrder("cdktf.out", "atoll.tf.json", "atoll.charts");
    }
  }

  @Test
  void whatWaitsIsWrittenApartAndIsInNothingThatIsApplied() throws IOException {
    Synthesis.write(coderdemo, folder);

    Path output = folder.resolve("cdktf.out");
    String name = "coderdemo-coder-proxy-us-west-2";
    Path waiting = output.resolve("pending/stacks/" + name + "/cdk.tf.json");
    assertThat(Files.readString(waiting))
        .contains("coderd_workspace_proxy", "the Enterprise licence has not arrived");
    assertThat(Files.readString(output.resolve("manifest.json"))).doesNotContain(name);
    assertThat(Files.readString(folder.resolve("atoll.tf.json")))
        .doesNotContain("coder/coderd", "coderd_", "coder-proxy");
    assertThat(coderdemo.roots()).noneMatch(root -> root.name().equals(name));
  }

  @Test
  void aMissingNodeIsNamed() {
    assertThatThrownBy(() -> Synthesis.requireNode(folder.toString()))
        .isInstanceOf(SynthesisException.class)
        .hasMessageContaining("Node.js is missing")
        .hasMessageContaining("Install");
  }

  private static Map<Path, String> contents(Path root) throws IOException {
    Map<Path, String> contents = new TreeMap<>();
    List<Path> files;
    try (Stream<Path> tree = Files.walk(root)) {
      files = tree.filter(Files::isRegularFile).toList();
    }
    for (Path file : files) {
      contents.put(root.relativize(file), Files.readString(file));
    }
    return contents;
  }
}
