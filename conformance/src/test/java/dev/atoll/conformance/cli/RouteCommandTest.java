package dev.atoll.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atoll.stacks.examples.ThreeRegions;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class RouteCommandTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void theNearestRegionAnswersAndTheProofIsBesideIt() {
    assertThat(run("route", "--from", "ap-northeast-1")).isZero();

    assertThat(out.toString())
        .contains("coderdemo.io, asked from ap-northeast-1 while everything is well")
        .contains("us-west-2 (data.aws_lb.us_west_2_coder.dns_name)")
        .contains("by coderdemo.io (aws_route53_record.us_west_2_apex), TTL 60 s")
        .contains("because us-west-2 is nearest to ap-northeast-1")
        .contains("classes of names", "33 Regions that ask × 4 combinations", ": holds")
        .contains("*.*.coderdemo.io")
        .doesNotContain("not save");
  }

  @Test
  void aLostRegionIsLeftInStagesAndItIsSaidWhatThatDoesNotSave() {
    assertThat(run("route", "--from", "us-east-2", "--down", "us-east-2")).isZero();

    assertThat(out.toString())
        .containsSubsequence(
            "+0 s",
            "us-east-2, which is down",
            "30 s × 3",
            "+90 s",
            "us-west-2 (",
            "us-east-2 is left out",
            "keeps the old answer for 60 s",
            "+150 s",
            "us-west-2 (",
            "What this does not save",
            "open connections break",
            "/healthz",
            "aws_rds_cluster.us_east_2_coder is in us-east-2",
            "AUR-7");
  }

  @Test
  void theRegionWithoutTheDatabaseTakesNoneWithIt() {
    assertThat(run("route", "--from", "us-west-2", "--down", "us-west-2")).isZero();

    assertThat(out.toString()).contains("What this does not save").doesNotContain("AUR-7");
  }

  @ParameterizedTest
  @CsvSource({
    "+0s, 'us-east-2, which is down'",
    "89s, 'us-east-2, which is down'",
    "+90s, us-west-2 (",
    "1m30s, us-west-2 (",
    "1h, us-west-2 (",
  })
  void oneMomentOfIt(String at, String expected) {
    assertThat(run("route", "--from", "us-east-2", "--down", "us-east-2", "--at", at)).isZero();

    assertThat(out.toString().lines().filter(line -> line.contains("(data.aws_lb")))
        .singleElement()
        .asString()
        .contains(expected);
  }

  @Test
  void whenEveryRegionIsDownTheNearestAnswersAsIfItWereHealthy() {
    assertThat(run("route", "--from", "us-east-2", "--down", "us-east-2,us-west-2")).isZero();

    assertThat(out.toString())
        .contains("every record is unhealthy, so Route 53 answers as if all were healthy");
  }

  @Test
  void aNameOfOneRegionStaysThere() {
    assertThat(run("route", "--from", "us-west-2", "--down", "us-east-2", "llm.coderdemo.io"))
        .isZero();

    assertThat(out.toString())
        .contains("llm.coderdemo.io, asked from us-west-2 while us-east-2 is down")
        .contains("us-east-2, which is down (data.aws_lb.us_east_2_litellm.dns_name)")
        .contains("it has one record, which answers whatever its health");
  }

  @Test
  void aNameThatDoesNotExistIsAnAnswerToo() {
    assertThat(run("route", "--from", "us-west-2", "a.llm.coderdemo.io")).isZero();

    assertThat(out.toString())
        .contains("NXDOMAIN", "llm.coderdemo.io exists and hides the wildcard above it (RFC 4592)");
  }

  @Test
  void programsReadTheSame() throws IOException {
    assertThat(run("route", "--from", "us-east-2", "--down", "us-east-2", "--output", "json"))
        .isZero();

    JsonNode json = JSON.readTree(out.toString());
    assertThat(json.path("stages").findValuesAsText("afterSeconds"))
        .containsExactly("0", "90", "150");
    assertThat(json.at("/stages/1/record").asText()).isEqualTo("aws_route53_record.us_west_2_apex");
    assertThat(json.at("/proof/holds").asText()).isEqualTo("yes");
    assertThat(json.path("notSaved").toString()).contains("AUR-7");
  }

  @Test
  void terraformsJsonIsReadAndACounterExampleIsAFinding() throws IOException {
    run("synth", "--no-init", "--state", "local", "-d", folder.toString());
    Path file = folder.resolve("atoll.tf.json");
    out.getBuffer().setLength(0);

    assertThat(run("route", "--from", "us-west-2", "--file", file.toString())).isZero();
    assertThat(out.toString()).contains("aws_route53_record.us_west_2_apex", ": holds");

    ObjectNode root = (ObjectNode) JSON.readTree(file.toFile());
    ObjectNode apex = (ObjectNode) root.at("/resource/aws_route53_record/us_west_2_apex");
    apex.remove("health_check_id");
    JsonNode alias = apex.path("alias");
    ((ObjectNode) (alias.isArray() ? alias.get(0) : alias)).put("evaluate_target_health", false);
    Files.writeString(file, JSON.writeValueAsString(root));
    out.getBuffer().setLength(0);

    assertThat(run("route", "--from", "us-west-2", "--file", file.toString()))
        .isEqualTo(ExitCode.FINDINGS);
    assertThat(out.toString())
        .contains("does not hold: coderdemo.io A asked from", "while us-west-2 is down");
  }

  @Test
  void anotherTopology() {
    String name = ThreeRegions.class.getName();
    assertThat(run("route", "--from", "eu-west-1", "--topology", name)).isZero();
    assertThat(out.toString()).contains("× 8 combinations", ": holds");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "route | Missing required option: '--from=REGION'",
        "route --from us-est-2 | --from: AWS has no Region us-est-2. There are: af-south-1",
        "route --from us-east-2 --down eu-west-1 | no name here leads to eu-west-1. There are:"
            + " us-east-2, us-west-2",
        "route --from us-east-2 --at +90s | --at counts from when Regions went down",
        "route --from us-east-2 --down us-east-2 --at soon | \"soon\" is no time; write +90s, 2m or"
            + " 1m30s",
        "route --from us-east-2 --down us-east-2 --at 90 | \"90\" is no time",
        "route --from us-east-2 www.example.com | www.example.com is not in coderdemo.io",
        "route --from us-east-2 a..coderdemo.io | is no domain name",
        "route --from us-east-2 --file no-such-file | There is no file no-such-file",
      })
  void wrongUsageIsSaidInALineAndEndsWithTwo(String command, String message) {
    assertThat(run(command.strip().split(" ", -1))).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains(message).doesNotContain("\tat ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "{", "{\"a\": 1}"})
  void aFileThatIsSomethingElse(String content) throws IOException {
    Path file = Files.writeString(folder.resolve("x.json"), content);

    assertThat(run("route", "--from", "us-east-2", "--file", file.toString()))
        .isEqualTo(ExitCode.ENVIRONMENT);
    assertThat(err.toString()).contains("expected cdk.tf.json").doesNotContain("Unexpected");
  }

  private int run(String... arguments) {
    CommandLine commandLine = Atoll.commandLine();
    commandLine.setOut(new PrintWriter(out));
    commandLine.setErr(new PrintWriter(err));
    return commandLine.execute(arguments);
  }
}
