package dev.atoll.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** The commands diagnose and status, also against real HTTPS. */
class DiagnoseTest {

  private static final String LICENCE = "Your license is not entitled to create workspace proxies.";

  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... arguments) {
    out.getBuffer().setLength(0);
    CommandLine commandLine = Atoll.commandLine();
    commandLine.setOut(new PrintWriter(out));
    commandLine.setErr(new PrintWriter(err));
    return commandLine.execute(arguments);
  }

  private String log(String text) throws Exception {
    return Files.writeString(folder.resolve("log"), text).toString();
  }

  @Test
  void aKnownErrorIsExplainedWithItsLinePracticeAndFix() throws Exception {
    assertThat(run("diagnose", log("fine\nError: Feature not enabled\n\n" + LICENCE + "\n")))
        .isEqualTo(ExitCode.FINDINGS);

    assertThat(out.toString())
        .contains(
            "line 4: Your license is not entitled",
            "means",
            "fix",
            "PRX-3",
            "Multi-Region Deployment Progress")
        .contains("1 known and 0 unknown errors in 4 lines.")
        .doesNotContain("\u001b");
  }

  @Test
  void jsonHasTheSame() throws Exception {
    run("diagnose", log("x\n" + LICENCE), "--output", "json");

    JsonNode known = new ObjectMapper().readTree(out.toString()).path("known");
    assertThat(known).hasSize(1);
    assertThat(known.get(0).path("id").asText()).isEqualTo("licence-proxy-terraform");
    assertThat(known.get(0).path("line").asInt()).isEqualTo(2);
  }

  @Test
  @ResourceLock(Resources.SYSTEM_PROPERTIES)
  void minusReadsTheStandardInput() {
    InputStream before = System.in;
    try {
      System.setIn(new ByteArrayInputStream(LICENCE.getBytes(StandardCharsets.UTF_8)));
      assertThat(run("diagnose", "-")).isEqualTo(ExitCode.FINDINGS);
    } finally {
      System.setIn(before);
    }
    assertThat(out.toString()).contains("line 1: ");
  }

  @ParameterizedTest
  @CsvSource({
    "Apply complete!, 0, No error in 1 lines",
    "Error: Invalid index, 4, nothing here knows"
  })
  void whatIsFineAndWhatIsUnknownAreToldApart(String text, int exit, String said) throws Exception {
    assertThat(run("diagnose", log(text))).isEqualTo(exit);
    assertThat(out.toString()).contains(said);
  }

  @Test
  void anEmptyTextIsWrongUsage() throws Exception {
    assertThat(run("diagnose", log(""))).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("the text is empty");
  }

  @ParameterizedTest
  @CsvSource({
    "diagnose no-such-file, There is no file no-such-file",
    "diagnose --state no-such-file, There is no file no-such-file",
    "diagnose - --live, Give a text",
    "diagnose --url https://example.com, need --live",
    "diagnose --live --url http://example.com, takes an https URL",
    "diagnose --resolver 127.0.0.1, need --live",
    "diagnose --context us-east-2=x, need --live",
    "diagnose --live --resolver no-such-host.invalid, takes the address of a name server",
    "diagnose --live --resolver :x:, takes the address of a name server",
    "diagnose --live --near eu-west-9, no Region of coderdemo",
    "diagnose --live --token-env NO_SUCH_VARIABLE, is empty",
    "diagnose --live --kubeconfig no-such-file, There is no file no-such-file",
    "status --report no-such-file, There is no file no-such-file",
    "status --profile p, need --live",
  })
  void wrongUsageIsSaidInALineAndEndsWithTwo(String command, String message) {
    assertThat(run(command.split(" ", -1))).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains(message).doesNotContain("\tat ");
  }

  @Test
  void aFileThatIsNoStateIsWrongUsage() throws Exception {
    assertThat(run("diagnose", "--state", log("{}"))).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("JSON but not of Terraform");
  }

  @Test
  void withoutAnythingTheTopologyIsWalkedAndThePendingLicenceNamed() {
    assertThat(run("diagnose")).isEqualTo(ExitCode.FINE);

    assertThat(out.toString())
        .contains("Pending", "Start with: If Workspace Proxy Deployment Fails, 1", "not known:");
  }

  @Test
  void whatRunsIsAskedOverHttps() throws Exception {
    try (HttpsCoder coder = HttpsCoder.start(folder, "dns:localhost")) {
      coder.answer("/", 200, "<html>").answer("/healthz", 200, "OK");
      coder.answer("/derp/latency-check", 200, "");
      coder.answer("/api/v2/buildinfo", 200, "{\"version\":\"v2.27.1\"}");
      String[] live = {"--live", "--url", coder.url(), "--ca-file", coder.authority().toString()};

      assertThat(run(with("diagnose", live))).isEqualTo(ExitCode.FINE);
      assertThat(out.toString()).contains("v2.27.1", "200 and empty");
      assertThat(coder.requests()).isNotEmpty().allMatch(request -> request.startsWith("GET "));

      coder.answer("/derp/latency-check", 200, "<!doctype html>");
      assertThat(run(with("diagnose", live))).isEqualTo(ExitCode.FINDINGS);
      assertThat(out.toString())
          .contains("Start with: If Replicas See Each Other And Time Out, 8")
          .contains("CODER_DERP_SERVER_ENABLE=true");
      assertThat(run(with("status", live))).isEqualTo(ExitCode.FINDINGS);
      assertThat(out.toString().replaceAll("\\s+", " "))
          .contains("What is broken", "CDR-5", "(live, now)");
    }
  }

  @Test
  void namesAreAskedOfTheResolverThatIsNamed() throws Exception {
    try (HttpsCoder coder = HttpsCoder.start(folder, "dns:coder.example.invalid");
        OneAddress names = OneAddress.start()) {
      coder.answer("/", 200, "<html>").answer("/healthz", 200, "OK");
      coder.answer("/derp/latency-check", 200, "");
      String url = coder.url().replace("localhost", "coder.example.invalid");
      String authority = coder.authority().toString();
      String[] live = {"--live", "--url", url, "--ca-file", authority};

      assertThat(run(with("diagnose", live))).isEqualTo(ExitCode.FINDINGS);
      assertThat(out.toString()).contains("name: coder.example.invalid: the resolver says");
      assertThat(run(with("diagnose", with("--resolver", with(names.address(), live)))))
          .isEqualTo(ExitCode.FINE);
      assertThat(names.asked()).contains("coder.example.invalid");
    }
  }

  /** It is the resolver that is broken, or its address: nothing is known of the deployment. */
  @Test
  void aResolverThatDoesNotAnswerBreaksNothing() throws Exception {
    String dead;
    try (OneAddress names = OneAddress.start()) {
      dead = names.address();
    }
    String[] live = {"--live", "--url", "https://coderdemo.io", "--resolver", dead};

    assertThat(run(with("diagnose", live))).isEqualTo(ExitCode.FINE);
    assertThat(said())
        .contains("the resolver at " + dead + " did not answer")
        .contains("nothing can be said about coderdemo.io or any name")
        .doesNotContain("does not answer as it should", "the relay answers", "SERVFAIL");
    assertThat(run(with("status", live))).isEqualTo(ExitCode.UNDECIDED);
    assertThat(said())
        .contains("the resolver at " + dead + " did not answer")
        .doesNotContain("What is broken");
  }

  private String said() {
    return out.toString().replaceAll("\\s+", " ");
  }

  @Test
  void aCertificateForAnotherNameIsNotBelieved() throws Exception {
    try (HttpsCoder coder = HttpsCoder.start(folder, "dns:other.example.com")) {
      coder.answer("/healthz", 200, "OK");

      assertThat(
              run(
                  "diagnose",
                  "--live",
                  "--url",
                  coder.url(),
                  "--ca-file",
                  coder.authority().toString()))
          .isEqualTo(ExitCode.FINDINGS);
      assertThat(out.toString()).contains("tls: the certificate is for other names:");
      assertThat(coder.requests()).isEmpty();
    }
  }

  @Test
  void anAuthorityThatNobodyNamedIsNotBelieved() throws Exception {
    try (HttpsCoder coder = HttpsCoder.start(folder, "dns:localhost")) {
      assertThat(run("diagnose", "--live", "--url", coder.url())).isEqualTo(ExitCode.FINDINGS);
      assertThat(out.toString()).contains("tls: ", "--ca-file");
      assertThat(coder.requests()).isEmpty();
    }
  }

  @Test
  void aFileWithoutCertificatesIsSaidToBeNone() throws Exception {
    assertThat(run("diagnose", "--live", "--ca-file", log("nothing")))
        .isEqualTo(ExitCode.ENVIRONMENT);
    assertThat(err.toString()).contains("--ca-file", "certificates in PEM");
  }

  private static String[] with(String command, String... options) {
    String[] all = new String[options.length + 1];
    all[0] = command;
    System.arraycopy(options, 0, all, 1, options.length);
    return all;
  }
}
