package dev.atoll.conformance.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.atoll.facts.Facts;
import dev.atoll.facts.Origin;
import dev.atoll.facts.Truth;
import dev.atoll.facts.network.NodeInterfaces;
import dev.atoll.facts.network.Route;
import dev.atoll.facts.network.SecurityGroup;
import dev.atoll.facts.network.Subnet;
import dev.atoll.facts.network.Vpc;
import dev.atoll.facts.network.VpcPeering;
import dev.atoll.facts.state.StateBackend;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerraformJsonTest {

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"cdk.tf.json,CONFIGURATION", "plan.json,PLAN", "state.json,STATE"})
  void theContentSaysWhatAFileIs(String file, Origin origin) throws IOException {
    Path copy = write(Fixture.json(file).toString());
    Reading reading = TerraformJson.read(copy);
    assertThat(reading.facts().origin()).isEqualTo(origin);
    assertThat(reading.unread()).containsOnlyKeys("aws_internet_gateway");
  }

  @Test
  void placesNameTheFileOnlyWhereAPersonWroteIt() {
    assertThat(Fixture.facts("cdk.tf.json").all(Vpc.class).facts().get(0).source().place())
        .isEqualTo("aws_vpc.east (cdk.tf.json)");
    assertThat(Fixture.facts("state.json").all(Vpc.class).facts().get(0).source().place())
        .isEqualTo("aws_vpc.east");
  }

  @Test
  void onlyConfigurationSaysWhereItsStateIsKept() {
    StateBackend backend = Fixture.facts("cdk.tf.json").all(StateBackend.class).facts().get(0);
    assertThat(backend.type().show()).isEqualTo("s3");
    assertThat(backend.bucket().show()).isEqualTo("two-vpcs-terraform-state");
    assertThat(backend.region().show()).isEqualTo("us-east-2");
    assertThat(backend.encrypted().show()).isEqualTo("true");
    assertThat(backend.locked().show()).isEqualTo("true");
    assertThat(Fixture.facts("plan.json").all(StateBackend.class).none())
        .isEqualTo(Truth.open("a plan does not say where its state is kept"));
    assertThat(Fixture.facts("state.json").all(StateBackend.class).none().isOpen()).isTrue();
  }

  @Test
  void aRootIsCompleteForItself() {
    assertThat(Fixture.facts("cdk.tf.json").all(NodeInterfaces.class).gap()).isEmpty();
    assertThat(Fixture.facts("state.json").all(Route.class).gap()).isEmpty();
  }

  @Test
  void whatIsDescribedElsewhereIsAGap() {
    Facts facts =
        read("{\"data\":{\"aws_security_group\":{\"a\":{\"id\":\"sg-1\"}}},\"resource\":{}}");
    assertThat(facts.all(SecurityGroup.class).gap())
        .contains("data.aws_security_group.a is described elsewhere");
    assertThat(facts.all(Vpc.class).gap()).isEmpty();
    assertThat(facts.all(Vpc.class).none().isYes()).isTrue();
  }

  @Test
  void aModuleThatWasNotReadIsAGapForEverything() {
    Facts facts = read("{\"module\":{\"network\":{\"source\":\"a/network/aws\"}}}");
    assertThat(facts.all(Vpc.class).gap()).contains("module.network was not read");
    assertThat(facts.all(VpcPeering.class).none().isOpen()).isTrue();
  }

  @Test
  void anUnknownCountIsAGapForItsKind() {
    Facts facts =
        read(
            "{\"resource\":{\"aws_subnet\":{\"a\":{\"count\":\"${length(var.zones)}\","
                + "\"cidr_block\":\"10.0.0.0/24\"}}}}");
    assertThat(facts.all(Subnet.class).none())
        .isEqualTo(Truth.open("how many of aws_subnet.a there are is not known"));
    assertThat(facts.all(Vpc.class).none().isYes()).isTrue();
  }

  @Test
  void forEachOverAnObjectMakesInstances() {
    Facts facts =
        read(
            "{\"locals\":{\"a\":{\"x\":\"10.0.0.0/24\",\"y\":\"10.0.1.0/24\"}},\"resource\":"
                + "{\"aws_subnet\":{\"a\":{\"for_each\":\"${local.a}\","
                + "\"cidr_block\":\"${each.value}\"}}}}");
    assertThat(
            facts.all(Subnet.class).stream()
                .map(subnet -> subnet.ref() + "=" + subnet.cidr().show()))
        .containsExactly("aws_subnet.a[\"x\"]=10.0.0.0/24", "aws_subnet.a[\"y\"]=10.0.1.0/24");
  }

  @Test
  void localsThatReferToEachOtherAreUnknown() {
    Facts facts =
        read(
            "{\"locals\":{\"a\":\"${local.b}\",\"b\":\"${local.a}\"},\"resource\":"
                + "{\"aws_vpc\":{\"a\":{\"cidr_block\":\"${local.a}\"},"
                + "\"b\":{\"cidr_block\":\"${aws_vpc.b.cidr_block}\"}}}}");
    assertThat(facts.all(Vpc.class).stream().map(vpc -> vpc.cidrs().show()))
        .containsExactly("unknown (local.a refers to itself)", "unknown (it refers to itself)");
  }

  @Test
  void anEmptyStateIsRead() {
    assertThat(read("{\"format_version\":\"1.0\"}").everything()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"version\":4,\"serial\":3,\"lineage\":\"a\",\"resources\":[]} | is a state as Terraform"
            + " keeps it",
        "{\"format_version\":\"1.0\",\"provider_schemas\":{}} | is JSON but not of Terraform",
        "{\"Resources\":{}} | is JSON but not of Terraform",
        "[] | is JSON but not of Terraform",
        "{\"format_version\":\"9.0\",\"terraform_version\":\"3.0\"} | has format version 9.0",
        "resource \"aws_vpc\" {} | is no JSON (line 1)"
      })
  void somethingElseIsRefused(String content, String message) throws IOException {
    Path file = write(content);
    assertThatThrownBy(() -> TerraformJson.read(file))
        .isInstanceOf(UnreadableTerraform.class)
        .hasMessageContaining(message)
        .hasMessageContaining("terraform show -json");
  }

  @Test
  void aMissingFileIsNamed() {
    assertThatThrownBy(() -> TerraformJson.read(folder.resolve("none.json")))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("none.json cannot be read");
  }

  private Path write(String content) throws IOException {
    return Files.writeString(folder.resolve("root.json"), content);
  }

  private static Facts read(String json) {
    try {
      return TerraformJson.read(new ObjectMapper().readTree(json), "root.tf.json").facts();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
