package dev.atoll.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atoll.itest.process.SearchPath;
import dev.atoll.itest.terraform.Terraform;
import dev.atoll.stacks.Deployment;
import dev.atoll.stacks.coderdemo.CoderDemo;
import dev.atoll.stacks.layout.Layout;
import dev.atoll.stacks.terraform.Root;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The order of commands, with a program in Terraform's place that writes down how it is called. */
class RootSequenceTest {

  private static final String EAST = "coderdemo-network-us-east-2";
  private static final String WEST = "coderdemo-network-us-west-2";
  private static final String BUCKET = "coderdemo-state";

  /** Fails in a folder where there is a file of that name, with what stands in it. */
  private static final String TERRAFORM =
      """
      #!/bin/sh
      case $1 in
        version) echo '{"terraform_version": "1.11.4", "platform": "linux_amd64"}'; exit ;;
        init) words=init ;;
        *) words="$*" ;;
      esac
      echo "$(basename "$PWD"): $words" >> "$(dirname "$0")/calls"
      if [ -f "fail-$1" ]; then
        cat "fail-$1"
        exit 1
      fi
      """;

  private static final String NO_BUCKET =
      """
      {"@level":"info","message_code":"initializing_backend_message","type":"init_output"}
      {"@level":"error","type":"diagnostic","diagnostic":{"severity":"error",\
      "summary":"Failed to get existing workspaces: S3 bucket \\"b\\" does not exist.","detail":""}}
      """;

  @TempDir private Path folder;

  private final StringWriter out = new StringWriter();
  private Path program;

  @BeforeEach
  void install() throws IOException {
    program = Files.createDirectories(folder.resolve("bin"));
    Path terraform = Files.writeString(program.resolve("terraform"), TERRAFORM);
    assertThat(terraform.toFile().setExecutable(true)).isTrue();
  }

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
  void everyRootIsAppliedInOrder() throws IOException {
    roots(Layout.LAYERED, true).apply();

    assertThat(commands())
        .containsExactlyElementsOf(
            names().stream().map(name -> name + ": apply -auto-approve").toList());
    assertThat(out.toString())
        .contains("[2/" + names().size(), "All " + names().size() + " roots are applied");
  }

  @Test
  void withoutApprovalTerraformAsks() throws IOException {
    roots(Layout.LAYERED, false).apply();

    assertThat(commands()).contains(EAST + ": apply");
  }

  @Test
  void aSingleRootIsAppliedWhereItLies() throws IOException {
    roots(Layout.SINGLE, true).apply();

    assertThat(commands()).containsExactly("work: apply -auto-approve");
  }

  @Test
  void theBucketForTheStateIsMadeFirstWhenThereIsNone() throws IOException {
    RootSequence roots = roots(Layout.LAYERED, true);
    fail(EAST, "init", NO_BUCKET);

    // The program in Terraform's place makes no bucket, so the first root fails again.
    assertThatThrownBy(roots::apply).hasMessageContaining("terraform init did not succeed in");
    assertThat(commands()).containsExactly(BUCKET + ": apply -auto-approve");
  }

  @Test
  void theFirstRootThatFailsEndsTheRun() throws IOException {
    RootSequence roots = roots(Layout.LAYERED, true);
    fail(WEST, "apply", "");

    assertThatThrownBy(roots::apply)
        .isInstanceOf(EnvironmentException.class)
        .hasMessageContaining("terraform apply did not succeed in " + WEST)
        .hasMessageContaining("Nothing after this root was touched")
        .hasMessageContaining("terraform -chdir=cdktf.out/stacks/" + WEST + " plan");
    assertThat(commands())
        .containsExactly(EAST + ": apply -auto-approve", WEST + ": apply -auto-approve");
  }

  @Test
  void everyRootIsDestroyedInReverseAndTheBucketStays() throws IOException {
    roots(Layout.LAYERED, true).destroy();

    List<String> reversed = new ArrayList<>(names());
    Collections.reverse(reversed);
    assertThat(commands())
        .containsExactlyElementsOf(
            reversed.stream().map(name -> name + ": destroy -auto-approve").toList());
    assertThat(out.toString()).contains("The bucket for the state stays");
  }

  @Test
  void withoutABucketThereIsNothingToDestroy() throws IOException {
    RootSequence roots = roots(Layout.LAYERED, true);
    fail(EAST, "init", NO_BUCKET);

    assertThatThrownBy(roots::destroy)
        .isInstanceOf(EnvironmentException.class)
        .hasMessageContaining("There is nothing to destroy");
    assertThat(commands()).isEmpty();
  }

  private static List<String> names() {
    return Deployment.of(new CoderDemo().topology(), Layout.LAYERED).parts().stream()
        .map(Root::name)
        .toList();
  }

  private RootSequence roots(Layout layout, boolean approved) {
    Terraform terraform = Terraform.find(new SearchPath(List.of(program)), line -> {});
    return new RootSequence(
        new UserTerraform(terraform),
        Deployment.of(new CoderDemo().topology(), layout),
        folder.resolve("work"),
        new PrintWriter(out),
        approved);
  }

  private void fail(String root, String command, String output) throws IOException {
    Path there = Files.createDirectories(folder.resolve("work/cdktf.out/stacks").resolve(root));
    Files.writeString(there.resolve("fail-" + command), output);
  }

  private List<String> commands() throws IOException {
    Path calls = program.resolve("calls");
    return Files.readAllLines(calls).stream().filter(line -> !line.endsWith(": init")).toList();
  }
}
