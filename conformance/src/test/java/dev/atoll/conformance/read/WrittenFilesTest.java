package dev.atoll.conformance.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atoll.facts.Facts;
import dev.atoll.facts.Origin;
import dev.atoll.facts.file.WrittenText;
import dev.atoll.practice.Finding;
import dev.atoll.practice.security.NoSecretsInWrittenFiles;
import dev.atoll.stacks.Deployment;
import dev.atoll.stacks.Synthesis;
import dev.atoll.stacks.coderdemo.CoderDemo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** SEC-6 on what synthesis really writes, and on the same files with a secret put into them. */
class WrittenFilesTest {

  @TempDir Path folder;
  private List<Path> written;

  @BeforeEach
  void synthesize() {
    written = Synthesis.write(Deployment.of(new CoderDemo().topology()), folder);
  }

  private List<String> findings() {
    Facts facts = Facts.of(Origin.CONFIGURATION, WrittenFiles.read(folder, written));
    return new NoSecretsInWrittenFiles()
        .judge(facts).findings().stream().map(Finding::what).toList();
  }

  @Test
  void whatSynthesisWritesHasNoSecret() {
    assertThat(WrittenFiles.read(folder, written)).hasSizeGreaterThan(300);
    assertThat(findings()).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "/resource/aws_eip/us_east_2_a_nat | master_password | hunter2 | /master_password",
        "/resource/aws_vpc/us_east_2/tags  | Note | ghp_012345678901234567890123456789abcdEF |"
            + " /Note",
        "/terraform/backend/s3             | secret_key | abc | /secret_key"
      })
  void aSecretPutIntoItIsFoundThere(String place, String name, String secret, String found)
      throws IOException {
    Path file = folder.resolve(Synthesis.MAIN_ROOT_FILE);
    ObjectMapper json = new ObjectMapper();
    ObjectNode root = (ObjectNode) json.readTree(file.toFile());
    ((ObjectNode) root.at(place)).put(name, secret);
    json.writeValue(file.toFile(), root);

    assertThat(findings())
        .singleElement()
        .asString()
        .startsWith(Synthesis.MAIN_ROOT_FILE + place + found)
        .doesNotContain(secret);
  }

  @Test
  void aSecretInAFileOfAnotherFormatIsFoundThere() throws IOException {
    Path values = folder.resolve("values.yaml");
    Files.writeString(values, "coder:\n  env:\n    apiToken: \"hunter2\"\n");
    written = List.of(values);
    assertThat(findings()).containsExactly("values.yaml:3 is a literal under the name apiToken");

    Files.writeString(values, "coder:\n  env:\n    apiTokenSecret: \"\"\n");
    assertThat(findings()).isEmpty();
  }

  @Test
  void aSettingIsCalledWhatStandsBesideOrAboveIt() {
    assertThat(
            WrittenFiles.texts(
                "a.json",
                """
                {"env": [{"name": "DB_PASSWORD", "value": "x"}],
                 "variable": {"coder_token": {"default": "y"}}, "list": ["z", 1]}
                """))
        .extracting(text -> text.name() + "=" + text.text())
        .containsExactly("name=DB_PASSWORD", "DB_PASSWORD=x", "coder_token=y", "list=z", "list=1");
  }

  @Test
  void numbersAreTextsAndTruthValuesAreNot() {
    assertThat(WrittenFiles.texts("a.json", "{\"token\": 12345, \"secret\": true}"))
        .extracting(WrittenText::name)
        .containsExactly("token");
  }
}
