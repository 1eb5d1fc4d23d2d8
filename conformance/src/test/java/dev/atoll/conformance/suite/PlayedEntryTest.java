package dev.atoll.conformance.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.atoll.itest.process.SearchPath;
import dev.atoll.itest.terraform.InitException;
import dev.atoll.itest.terraform.Terraform;
import dev.atoll.itest.terraform.WorkingDirectory;
import dev.atoll.stacks.Deployment;
import dev.atoll.stacks.coderdemo.CoderDemo;
import dev.atoll.stacks.helm.ReleaseWay;
import dev.atoll.stacks.layout.Layout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The root of the documents' proxy, with its entry in Coder played. */
class PlayedEntryTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private WorkingDirectory root;
  private Path file;

  @BeforeEach
  void write(@TempDir Path folder) {
    root =
        new WrittenRoots(
                Deployment.withLocalState(
                    new CoderDemo().topology(), Layout.SINGLE, ReleaseWay.COMMAND),
                Terraform.find(SearchPath.ofEnvironment(), line -> {}),
                folder,
                Map.of("PATH", System.getenv("PATH")))
            .write()
            .proxies()
            .get(0);
    file = root.folder().resolve("cdk.tf.json");
  }

  @Test
  void terraformAcceptsIt() {
    PlayedEntry.into(file, PlayedEntryTest::token);

    root.init();
    assertThat(root.validate()).isEmpty();
  }

  @Test
  void onlyTheEntryIsPlayedAndTheOrderStays() throws IOException {
    JsonNode before = JSON.readTree(file.toFile());
    PlayedEntry.into(file, PlayedEntryTest::token);
    JsonNode after = JSON.readTree(file.toFile());

    assertThat(Files.readString(file)).doesNotContain("coderd_", "coderd.", "\"coderd\"");
    assertThat(after.at("/resource/terraform_data/us_west_2/input/session_token").asText())
        .isEqualTo("played:us-west-2");
    assertThat(after.at("/resource/aws_secretsmanager_secret_version").toString())
        .contains("terraform_data.us_west_2.output.session_token");
    for (String release : new String[] {"", "_entrance", "_namespace"}) {
      String at = "/resource/terraform_data/us_west_2_coder_proxy" + release;
      assertThat(after.at(at + "/triggers_replace")).isEqualTo(before.at(at + "/triggers_replace"));
      assertThat(after.at(at + "/depends_on"))
          .hasSameSizeAs(before.at(at + "/depends_on"))
          .extracting(JsonNode::asText)
          .contains("terraform_data.us_west_2");
    }
  }

  private static String token(JsonNode entry) {
    return "played:" + entry.path("name").asText();
  }

  /** Where the provider can be had, this is no longer needed. */
  @Test
  void withoutItTheProviderOfCoderIsWanted() {
    if (root.terraform().hasInMirror("registry.terraform.io/coder/coderd")) {
      root.init();
      assertThat(root.validate()).isEmpty();
    } else {
      assertThatThrownBy(root::init)
          .isInstanceOf(InitException.class)
          .hasMessageContaining("coder/coderd");
    }
  }
}
