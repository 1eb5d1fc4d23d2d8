package dev.atoll.conformance.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.atoll.facts.Facts;
import dev.atoll.practice.Judgement;
import dev.atoll.practice.Verdict;
import dev.atoll.practice.database.GeneratedCredentials;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** AUR-6 about variables: a password with a default or in a tfvars file. */
class VariablesTest {

  private static final String TYPED = "hunter2-of-old";

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'db_password':{'default':'hunter2-of-old'}}               | FAIL",
        "{'db_password':[{'default':'hunter2-of-old','sensitive':true}]} | FAIL",
        "{'api_token':{'default':{'a':'hunter2-of-old'}}}           | FAIL",
        "{'db_password':{'sensitive':true}}                         | UNKNOWN",
        "{'db_password':{'default':null}}                           | NOT_APPLICABLE",
        "{'db_password':{'default':''}}                             | NOT_APPLICABLE",
        "{'instance_class':{'default':'hunter2-of-old'}}            | NOT_APPLICABLE",
      })
  void aDefaultIsWrittenInTheCode(String variables, Verdict verdict) {
    check(judge(parse("{'variable':" + variables + ",'resource':{}}")), verdict);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'variables':{'db_password':{'default':'hunter2-of-old'}}   | FAIL",
        "'variables':{'db_password':{}}                             | UNKNOWN",
        "'variables':{'db_password':{'default':null}}               | NOT_APPLICABLE",
        "'module_calls':{'m':{'module':{'variables':{'db_password':{'default':'hunter2-of-old'}}}}}"
            + " | FAIL",
        "'module_calls':{'m':{'module':{'variables':{'db_password':{}}}}} | NOT_APPLICABLE",
      })
  void aPlanHasThemToo(String module, Verdict verdict) {
    check(
        judge(
            parse(
                "{'format_version':'1.2','terraform_version':'1.11.4','planned_values':{},"
                    + "'configuration':{'root_module':{"
                    + module
                    + "}}}")),
        verdict);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "terraform.tfvars        | db_password = \"hunter2-of-old\"            | FAIL",
        "prod.tfvars             | db_password=\"hunter2-of-old\" # for now    | FAIL",
        "terraform.tfvars        | db = { password = \"hunter2-of-old\" }      | FAIL",
        "terraform.tfvars        | db_password = <<EOT                         | FAIL",
        "terraform.tfvars        | db = { password = null }                    | UNKNOWN",
        "terraform.tfvars        | db_password = {                             | FAIL",
        "terraform.tfvars        | db_password = null                          | UNKNOWN",
        "terraform.tfvars        | db_password = \"\" # given elsewhere        | UNKNOWN",
        "terraform.tfvars        | # db_password = \"hunter2-of-old\"          | UNKNOWN",
        "terraform.tfvars        | region = \"us-east-2\"                      | UNKNOWN",
        "x.auto.tfvars.json      | {\"db_password\":\"hunter2-of-old\"}        | FAIL",
        "x.auto.tfvars.json      | {\"db\":{\"password\":\"hunter2-of-old\"}}  | FAIL",
        "x.auto.tfvars.json      | {\"db_password\":null}                      | UNKNOWN",
        "README.md               | db_password = \"hunter2-of-old\"            | UNKNOWN",
      })
  void aFileBesideTheRootIsRead(String file, String content, Verdict verdict) throws IOException {
    Path root = folder.resolve("main.tf.json");
    Files.writeString(root, "{\"variable\":{\"db_password\":{}},\"resource\":{}}");
    Files.writeString(folder.resolve(file), content);

    check(judge(TerraformJson.read(root).facts()), verdict);
  }

  @Test
  void aFileThatIsNoJsonIsNamedAndNotShown() throws IOException {
    Path root = Files.writeString(folder.resolve("main.tf.json"), "{\"resource\":{}}");
    Files.writeString(folder.resolve("a.tfvars.json"), "{\"db_password\": hunter2-of-old}");

    assertThatThrownBy(() -> TerraformJson.read(root))
        .hasMessage("a.tfvars.json is no JSON (line 1)")
        .hasNoCause();
  }

  @ParameterizedTest
  @ValueSource(strings = {"db = {\n  password = \"hunter2-of-old\"\n}", "\"password\" : \"x\""})
  void membersOfObjectsAreRead(String content) {
    assertThat(VariableFiles.secrets("a.tfvars", content)).containsExactly("password");
  }

  /** Whatever it comes to, the value is nowhere in it. */
  private static void check(Judgement judgement, Verdict verdict) {
    assertThat(judgement.verdict()).isEqualTo(verdict);
    assertThat(judgement.toString()).doesNotContain(TYPED);
  }

  private static Judgement judge(Facts facts) {
    return new GeneratedCredentials().judge(facts);
  }

  private static Facts parse(String json) {
    try {
      return TerraformJson.read(new ObjectMapper().readTree(json.replace('\'', '"')), "test")
          .facts();
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
