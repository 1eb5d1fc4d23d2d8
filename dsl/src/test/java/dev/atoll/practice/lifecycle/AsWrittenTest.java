package dev.atoll.practice.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.facts.Fact;
import dev.atoll.facts.Facts;
import dev.atoll.facts.Facts.Gap;
import dev.atoll.facts.Origin;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Source;
import dev.atoll.facts.Value;
import dev.atoll.facts.configuration.Expression;
import dev.atoll.facts.configuration.Expression.Form;
import dev.atoll.facts.configuration.LocalCommand;
import dev.atoll.facts.configuration.TakenFile;
import dev.atoll.practice.Catalogue;
import dev.atoll.practice.Judgement;
import dev.atoll.practice.Severity;
import dev.atoll.practice.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Practices about how something is written. */
class AsWrittenTest {

  private static final Source AT = new Source(Origin.CONFIGURATION, "here (main.tf:1)");

  private static Judgement judge(String id, Fact... facts) {
    return Catalogue.find(id).orElseThrow().judge(Facts.of(Origin.CONFIGURATION, List.of(facts)));
  }

  private static LocalCommand command(String text) {
    return new LocalCommand(AT, new Ref("null_resource.a"), Value.known(text));
  }

  @ParameterizedTest
  @CsvSource({
    "kubectl patch svc coder -n coder, FAIL, ERROR",
    "sleep 10; kubectl annotate ns coder a=b, FAIL, ERROR",
    "kubectl apply -f x.yaml, FAIL, WARNING",
    "kubectl rollout status deployment/coder, PASS, ",
    "echo patch | tee kubectl.log, PASS, "
  })
  void patchesAfterTheFact(String command, Verdict verdict, Severity severity) {
    Judgement judgement = judge("RUN-3", command(command));
    assertThat(judgement.verdict()).isEqualTo(verdict);
    assertThat(judgement.severity().orElse(null)).isEqualTo(severity);
  }

  @Test
  void aCommandThatIsNotKnownIsOpen() {
    LocalCommand open = new LocalCommand(AT, new Ref("a"), Value.unknown("var.x has no value"));
    assertThat(judge("RUN-3", open).verdict()).isEqualTo(Verdict.UNKNOWN);
    Facts gap =
        Facts.of(Origin.CONFIGURATION, List.of(), List.of(new Gap(LocalCommand.class, "not read")));
    assertThat(Catalogue.find("RUN-3").orElseThrow().judge(gap).verdict())
        .isEqualTo(Verdict.UNKNOWN);
    assertThat(judge("RUN-3").verdict()).isEqualTo(Verdict.NOT_APPLICABLE);
  }

  private static Expression written(String ref, String argument, String text, String... functions) {
    return new Expression(
        AT, new Ref(ref), argument, Form.FUNCTION, text, List.of(), List.of(functions));
  }

  @Test
  void triggers() {
    assertThat(
            judge("RUN-4", written("null_resource.a", "triggers.x", "${timestamp()}", "timestamp"))
                .severity())
        .contains(Severity.WARNING);
    assertThat(judge("RUN-4", written("null_resource.a", "triggers.x", "1")).verdict())
        .isEqualTo(Verdict.PASS);
    assertThat(judge("RUN-4", written("local.a", "built", "${timestamp()}", "timestamp")).verdict())
        .isEqualTo(Verdict.NOT_APPLICABLE);
  }

  private static TakenFile file(String text, boolean template) {
    return new TakenFile(AT, new Ref("rotate.sh"), text, template);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"${!name:-}", "${name:-x}", "${name%.txt}", "${#name}", "${name##*/}", "${a:?no}"})
  void aShellsExpansionsAreNoTemplate(String expansion) {
    Judgement judgement = judge("RUN-5", file("#!/bin/sh\necho " + expansion + "\n", true));
    assertThat(judgement.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(judgement.findings().get(0).where().get(0).place()).isEqualTo("rotate.sh:2");
  }

  @Test
  void whatIsATemplateOrTakenInAsItIsPasses() {
    assertThat(
            judge("RUN-5", file("${name} $${x:-y} ${a ? 1 : 2} ${var.x[\"k\"]}", true)).verdict())
        .isEqualTo(Verdict.PASS);
    assertThat(judge("RUN-5", file("${name:-x}", false)).verdict())
        .isEqualTo(Verdict.NOT_APPLICABLE);
  }

  @Test
  void theNewKeyComesFirst() {
    assertThat(judge("LLM-10", file("x/key/generate\nx/key/delete", false)).verdict())
        .isEqualTo(Verdict.PASS);
    assertThat(judge("LLM-10", file("x/key/delete\nx/key/generate", false)).verdict())
        .isEqualTo(Verdict.FAIL);
    assertThat(judge("LLM-10", file("x/key/delete", false)).verdict())
        .isEqualTo(Verdict.NOT_APPLICABLE);
  }

  @ParameterizedTest
  @CsvSource({
    "kubernetes_secret.a, data.url, ${var.url}, FAIL",
    "infra/x:kubernetes_secret_v1.a, data.url, ${var.url}, FAIL",
    "aws_rds_cluster.a, master_password, ${var.pw}, FAIL",
    "aws_rds_cluster.a, master_password, ${random_password.a.result}, PASS",
    "kubernetes_config_map.a, data.url, ${var.url}, NOT_APPLICABLE",
    "aws_rds_cluster.a, master_username, ${var.user}, NOT_APPLICABLE"
  })
  void secretsThroughVariables(String ref, String argument, String text, Verdict verdict) {
    assertThat(judge("SEC-8", written(ref, argument, text)).verdict()).isEqualTo(verdict);
  }

  @Test
  void addressesOfADatabase() {
    assertThat(judge("AUR-11").verdict()).isEqualTo(Verdict.NOT_APPLICABLE);
  }
}
