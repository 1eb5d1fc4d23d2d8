package dev.atoll.conformance.synthesized;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atoll.itest.process.SearchPath;
import dev.atoll.itest.terraform.Terraform;
import dev.atoll.itest.terraform.WorkingDirectory;
import dev.atoll.stacks.Deployment;
import dev.atoll.stacks.Synthesis;
import dev.atoll.stacks.coderdemo.CoderDemo;
import dev.atoll.stacks.helm.ReleaseWay;
import dev.atoll.stacks.layout.Layout;
import dev.atoll.stacks.terraform.Data;
import dev.atoll.stacks.terraform.Ephemeral;
import dev.atoll.stacks.terraform.Root;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Every argument that synthesis writes is one that the provider's own schema has. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProviderSchemaTest {

  @TempDir static Path folder;

  private final Deployment deployment =
      Deployment.withLocalState(new CoderDemo().topology(), Layout.SINGLE, ReleaseWay.COMMAND);
  private JsonNode schemas;
  private JsonNode root;
  private WorkingDirectory terraform;

  @BeforeAll
  void readSchemas() throws IOException {
    Synthesis.write(deployment, folder);
    Path file = Synthesis.cdkTfJson(folder.resolve(Synthesis.OUTPUT), deployment.parts().get(0));
    root = new ObjectMapper().readTree(file.toFile());
    terraform = Terraform.find(SearchPath.ofEnvironment(), line -> {}).in(file.getParent());
    terraform.init();
    ObjectNode all = new ObjectMapper().createObjectNode();
    for (JsonNode provider : terraform.providersSchema().path("provider_schemas")) {
      provider
          .path("resource_schemas")
          .properties()
          .forEach(e -> all.set(e.getKey(), e.getValue()));
    }
    schemas = all;
  }

  @Test
  void terraformAcceptsEveryRoot() {
    assertThat(terraform.validate()).isEmpty();
    Deployment withBucket = Deployment.of(new CoderDemo().topology());
    Path other = folder.resolve("with-bucket");
    Synthesis.write(withBucket, other);
    for (Root bootstrap : withBucket.bootstrap()) {
      Path file = Synthesis.cdkTfJson(other.resolve(Synthesis.OUTPUT), bootstrap);
      WorkingDirectory directory =
          Terraform.find(SearchPath.ofEnvironment(), line -> {}).in(file.getParent());
      directory.init();
      assertThat(directory.validate()).isEmpty();
    }
  }

  @Test
  void everyArgumentIsInTheSchemaAndNoneThatIsRequiredIsMissing() {
    List<String> wrong = new ArrayList<>();
    long seen = 0;
    for (Map.Entry<String, JsonNode> type : root.path("resource").properties()) {
      for (Map.Entry<String, JsonNode> resource : type.getValue().properties()) {
        String address = type.getKey() + "." + resource.getKey();
        wrong.addAll(check(address, resource.getValue(), block(type.getKey())));
        seen++;
      }
    }
    assertThat(seen)
        .isEqualTo(
            deployment.parts().get(0).resources().stream()
                .filter(one -> !(one instanceof Data || one instanceof Ephemeral))
                .count());
    assertThat(wrong).isEmpty();
  }

  @Test
  void aMisspeltArgumentIsNoticed() throws IOException {
    JsonNode vpc = new ObjectMapper().readTree("{\"cidr_blok\": \"10.0.0.0/16\"}");

    assertThat(check("aws_vpc.misspelt", vpc, block("aws_vpc")))
        .containsExactly("aws_vpc.misspelt has no argument cidr_blok");
  }

  @Test
  void aMissingArgumentIsNoticed() throws IOException {
    JsonNode table = new ObjectMapper().readTree("{}");

    assertThat(check("aws_route_table.empty", table, block("aws_route_table")))
        .containsExactly("aws_route_table.empty needs vpc_id");
  }

  private JsonNode block(String type) {
    assertThat(schemas.has(type)).as("schema of " + type).isTrue();
    return schemas.path(type).path("block");
  }

  private static List<String> check(String place, JsonNode body, JsonNode schema) {
    List<String> wrong = new ArrayList<>();
    JsonNode attributes = schema.path("attributes");
    JsonNode blocks = schema.path("block_types");
    for (Map.Entry<String, JsonNode> entry : body.properties()) {
      String name = entry.getKey();
      if (blocks.has(name)) {
        JsonNode inner = blocks.path(name).path("block");
        JsonNode value = entry.getValue();
        (value.isArray() ? value : List.of(value))
            .forEach(nested -> wrong.addAll(check(place + "." + name, nested, inner)));
      } else if (!attributes.has(name) && !META_ARGUMENTS.contains(name)) {
        wrong.add(place + " has no argument " + name);
      }
    }
    for (Map.Entry<String, JsonNode> attribute : attributes.properties()) {
      if (attribute.getValue().path("required").asBoolean() && !body.has(attribute.getKey())) {
        wrong.add(place + " needs " + attribute.getKey());
      }
    }
    return wrong;
  }

  private static final List<String> META_ARGUMENTS =
      List.of("provider", "depends_on", "lifecycle", "provisioner");
}
