package dev.atoll.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.atoll.analysis.cost.PriceTable;
import dev.atoll.aws.Region;
import dev.atoll.practice.Catalogue;
import dev.atoll.stacks.examples.ThreeRegions;
import dev.atoll.topology.Topology;
import dev.atoll.topology.TopologySource;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class AtollTest {

  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void practicesListsEveryRowOfTheCatalogue() throws IOException {
    assertThat(run("practices", "--output", "json")).isZero();

    JsonNode rows = new ObjectMapper().readTree(out.toString());
    assertThat(rows).hasSize(Catalogue.all().size());
    assertThat(rows.findValuesAsText("id")).isEqualTo(Catalogue.ids());
    assertThat(rows).allMatch(row -> row.path("judged").asBoolean());
  }

  @Test
  void explainSaysWhatHoldsWhyWhatToDoAndWhoSaysSo() {
    assertThat(run("explain", "net-4")).isZero();

    assertThat(out.toString()).contains("NET-4", "why", "fix", "source", "applied");
  }

  @Test
  void explainOfACorrectedRowSaysWhatTheDocumentSaysAndWhatHolds() {
    assertThat(run("explain", "CDR-8")).isZero();

    assertThat(out.toString()).contains("documented", "holds", "https://");
  }

  @Test
  void validateOfTheDocumentsTopologyIsFineAndShowsItsWarning() {
    assertThat(run("validate")).isZero();

    assertThat(out.toString()).contains("warning NET-6b", "34 ms", "CoderDemo.java");
  }

  @Test
  void aWarningFailsWhenAsked() {
    assertThat(run("validate", "--fail-on", "warning")).isEqualTo(ExitCode.FINDINGS);
  }

  @Test
  void validateOfAWrongTopologyListsEveryFinding() throws IOException {
    int exit = run("validate", "--output", "json", "--topology", Wrong.class.getName());

    assertThat(exit).isEqualTo(ExitCode.FINDINGS);
    JsonNode json = new ObjectMapper().readTree(out.toString());
    assertThat(json.path("valid").asBoolean()).isFalse();
    assertThat(json.path("findings").findValuesAsText("practice")).contains("TOP-1", "TOP-3");
  }

  @Test
  void synthOfAWrongTopologySaysEverythingAndWritesNothing() {
    int exit = run("synth", "--topology", Wrong.class.getName(), "--directory", folder.toString());

    assertThat(exit).isEqualTo(ExitCode.FINDINGS);
    assertThat(err.toString()).contains("TOP-1", "TOP-3", "AtollTest.java").doesNotContain("\tat ");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void synthWritesTheRootAndNamesTheNextCommand() {
    int exit = run("synth", "--no-init", "--state", "local", "--directory", folder.toString());

    assertThat(exit).isZero();
    assertThat(out.toString()).contains("atoll.tf.json", "Next: terraform init");
    assertThat(folder.resolve("atoll.tf.json")).isNotEmptyFile();
  }

  @Test
  void releasesAreWrittenInTheWayThatIsAskedFor() throws IOException {
    assertThat(synthesized("provider").at("/resource/helm_release").isMissingNode()).isFalse();
    assertThat(synthesized("provider").at("/terraform/required_providers/helm/version").asText())
        .isEqualTo("3.1.1");
    assertThat(err.toString()).isEmpty();

    JsonNode byCommand = synthesized("command");
    assertThat(byCommand.at("/resource/helm_release").isMissingNode()).isTrue();
    assertThat(byCommand.at("/terraform/required_providers").properties())
        .extracting(Map.Entry::getKey)
        .containsExactly("aws");
    assertThat(byCommand.at("/resource/terraform_data").size())
        .isEqualTo(2 * synthesized("provider").at("/resource/helm_release").size());
    assertThat(folder.resolve("command/atoll.charts/install.sh")).exists();
  }

  private JsonNode synthesized(String way) throws IOException {
    Path root = folder.resolve(way);
    run("synth", "--no-init", "--state", "local", "--releases", way, "-d", root.toString());
    return new ObjectMapper().readTree(root.resolve("atoll.tf.json").toFile());
  }

  @Test
  void synthOfSeveralRootsNamesTheCommandThatAppliesThemInOrder() {
    int exit = run("synth", "--layout", "layered", "--directory", folder.toString());

    assertThat(exit).isZero();
    assertThat(out.toString())
        .contains("coderdemo-network-inter-region", "Next: atoll apply --layout layered");
    assertThat(folder.resolve("atoll.tf.json")).doesNotExist();
  }

  @Test
  void costPrintsTheBillItsDateWhatIsLeftOutAndTheAlternatives() throws IOException {
    assertThat(run("cost")).isZero();
    assertThat(out.toString())
        .contains("us-east-2", "us-west-2", PriceTable.current().date().toString(), "Not in it")
        .contains("43.80 USD", "an ALB for that traffic")
        .doesNotContain("%n");

    out.getBuffer().setLength(0);
    assertThat(run("cost", "--inter-region-gb", "100", "--output", "json")).isZero();
    JsonNode bill = new ObjectMapper().readTree(out.toString());
    double lines = 0;
    for (JsonNode line : bill.path("lines")) {
      lines += line.path("cost").asDouble();
    }
    assertThat(bill.path("total").asDouble()).isCloseTo(lines, within(0.1));
    assertThat(bill.path("lines").findValuesAsText("what")).contains("data to other Regions");
    assertThat(bill.path("alternatives").get(0).path("reader").asDouble()).isEqualTo(43.80);
  }

  @Test
  void costSaysWhatHasNoPrice() {
    assertThat(run("cost", "--topology", ThreeRegions.class.getName())).isZero();
    assertThat(out.toString()).contains("not in the table", "it has prices of");
  }

  @Test
  void runbookPrintsTheStepsOfThisTopology() throws IOException {
    assertThat(run("runbook")).isZero();
    assertThat(out.toString())
        .contains("https://coderdemo.io", "coderdemo-usw2", "output.us_west_2_coder_addresses")
        .contains("pending, ");

    out.getBuffer().setLength(0);
    assertThat(run("runbook", "--output", "json")).isZero();
    JsonNode steps = new ObjectMapper().readTree(out.toString()).path("steps");
    assertThat(steps).hasSize(6).allMatch(step -> !step.path("check").asText().isBlank());
  }

  @ParameterizedTest
  @CsvSource({
    "explain NET-99, There is no practice NET-99",
    "cost --rules -1, No traffic is less than none",
    "validate --topology no.such.Class, There is no class no.such.Class",
    "validate --topology java.lang.String, does not implement",
    "validate --classpath /no/such.jar, There is nothing at /no/such.jar",
    "conformance --only NET-99, There is no practice NET-99",
    "conformance --expected no-such-file, There is no file no-such-file",
    "synth --state elsewhere, Invalid value for option '--state'",
    "apply --layout sideways, Invalid value for option '--layout'",
    "nonsense, Unmatched argument",
  })
  void wrongUsageIsSaidInALineAndEndsWithTwo(String command, String message) {
    assertThat(run(command.split(" ", -1))).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains(message).doesNotContain("\tat ");
  }

  @Test
  void withoutACommandTheHelpIsShown() {
    assertThat(run()).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("Say which command to run", "synth", "conformance");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "synth",
        "validate",
        "practices",
        "explain",
        "cost",
        "route",
        "runbook",
        "diagnose",
        "status",
        "conformance",
        "emulator",
        "apply"
      })
  void everyCommandHasHelp(String command) {
    assertThat(run(command, "--help")).isZero();
    assertThat(out.toString()).contains("Usage: atoll " + command);
  }

  @Test
  void theCommandThatIsNamedIsSetUpAlone() {
    assertThat(Atoll.commandLine("--stacktrace", "audit", "cost").getSubcommands())
        .containsOnlyKeys("audit");
    assertThat(Atoll.commandLine("--help").getSubcommands())
        .containsKeys("audit", "cost")
        .hasSameSizeAs(Atoll.commandLine("audti").getSubcommands());
  }

  @Test
  void aStackTraceIsShownWhenAsked() {
    assertThat(run("explain", "NET-99", "--stacktrace")).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("\tat dev.atoll");
  }

  private int run(String... arguments) {
    CommandLine commandLine = Atoll.commandLine(arguments);
    commandLine.setOut(new PrintWriter(out));
    commandLine.setErr(new PrintWriter(err));
    return commandLine.execute(arguments);
  }

  /** Two mistakes. */
  public static final class Wrong implements TopologySource {
    @Override
    public Topology topology() {
      return Topology.named("wrong")
          .domain("not a domain")
          .region(Region.US_EAST_2, region -> region.vpc("10.0.0.0/16"))
          .build();
    }
  }
}
