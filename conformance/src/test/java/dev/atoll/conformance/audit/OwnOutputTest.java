package dev.atoll.conformance.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atoll.conformance.read.TerraformEstate;
import dev.atoll.facts.Facts;
import dev.atoll.practice.Severity;
import dev.atoll.practice.Verdict;
import dev.atoll.stacks.Deployment;
import dev.atoll.stacks.Synthesis;
import dev.atoll.stacks.coderdemo.CoderDemo;
import dev.atoll.stacks.layout.Layout;
import dev.atoll.stacks.terraform.Root;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What we write ourselves has no error, and just the warnings that its topology has earned. */
class OwnOutputTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String AWAITS = "awaits";

  @TempDir private Path folder;

  /** What there is of it to audit: CDKTF's folder, what is deployed of it, and all of it. */
  static Stream<Arguments> whatIsWritten() {
    return Arrays.stream(Layout.values())
        .flatMap(
            layout ->
                Stream.of("cdktf.out", "cdktf.out/stacks", ".")
                    .map(below -> Arguments.of(layout, below)));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("whatIsWritten")
  void theDocumentsTopologyHasItsLicencePendingAndNeedsAQuota(Layout layout, String below) {
    write(layout);

    AuditReport report = audited(below);

    assertThat(report.open(Severity.WARNING))
        .extracting(entry -> entry.severity() + " " + entry.finding().practice().id())
        .containsExactlyInAnyOrder("WARNING CDR-8", "WARNING LB-9");
    assertThat(report.estate().unread()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Layout.class)
  void aRootThatWaitsSaysSoItself(Layout layout) throws IOException {
    Deployment deployment = write(layout);
    assertThat(audited("cdktf.out").estate().assumptions())
        .singleElement()
        .asString()
        .contains("not applied yet", AWAITS, deployment.proxies().get(0).awaits().orElseThrow());

    Root waiting = deployment.proxyRoots(true).get(0);
    Path file =
        Synthesis.cdkTfJson(folder.resolve(Synthesis.OUTPUT).resolve(Synthesis.PENDING), waiting);
    withoutOutput(file, AWAITS);

    AuditReport applied = audited("cdktf.out");
    assertThat(applied.open(Severity.ERROR)).isNotEmpty();
    assertThat(applied.open(Severity.ERROR))
        .allSatisfy(entry -> assertThat(entry.ids()).isEqualTo("PRX-2"));
  }

  @Test
  void withoutAWordOfTheLicenceTwoReplicasAreAnError() throws IOException {
    write(Layout.SINGLE);
    withoutOutput(folder.resolve("cdktf.out/stacks/coderdemo/cdk.tf.json"), "coder_licence_status");

    assertThat(audited("cdktf.out/stacks").open(Severity.ERROR))
        .extracting(entry -> entry.finding().practice().id())
        .containsExactly("CDR-8");
  }

  @Test
  void whatWaitsIsNotDeployedWhereNothingElseIsRead() {
    write(Layout.SINGLE);
    AuditReport report = audited("cdktf.out/pending");
    assertThat(report.open(Severity.WARNING)).isEmpty();
    assertThat(report.audit().rows())
        .filteredOn(row -> row.about().id().equals("PRX-2"))
        .allMatch(row -> row.judgement().verdict() == Verdict.PASS);
  }

  @Test
  void aCopyThatIsNoneAnyMoreIsARootOfItsOwn() throws IOException {
    write(Layout.SINGLE);
    Path copy = folder.resolve(Synthesis.MAIN_ROOT_FILE);
    Files.writeString(copy, Files.readString(copy) + "\n");
    assertThat(audited(".").count(Severity.ERROR)).isPositive();
  }

  private static void withoutOutput(Path file, String output) throws IOException {
    ObjectNode document = (ObjectNode) JSON.readTree(file.toFile());
    ((ObjectNode) document.get("output")).remove(output);
    JSON.writeValue(file.toFile(), document);
  }

  private Deployment write(Layout layout) {
    Deployment deployment = Deployment.of(new CoderDemo().topology(), layout);
    Synthesis.write(deployment, folder);
    return deployment;
  }

  private AuditReport audited(String below) {
    TerraformEstate estate =
        TerraformEstate.read(List.of(folder.resolve(below)), folder, List.of());
    Facts facts = estate.reading().facts();
    return AuditReport.of(Audit.of(facts), estate, Baseline.NONE, folder);
  }
}
