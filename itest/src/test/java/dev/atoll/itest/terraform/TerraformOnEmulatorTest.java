package dev.atoll.itest.terraform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atoll.itest.localstack.LocalStack;
import dev.atoll.itest.localstack.LocalStackExtension;
import dev.atoll.itest.localstack.World;
import dev.atoll.itest.process.SearchPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Vpc;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.ObjectVersion;

/** The runner against the emulator, with the provider of the real thing. */
@ExtendWith(LocalStackExtension.class)
class TerraformOnEmulatorTest {

  private static final String PROVIDERS =
      """
      terraform {
        required_providers {
          aws = {
            source  = "hashicorp/aws"
            version = "5.100.0"
          }
        }
      }
      provider "aws" {
        region = "us-east-2"
      }
      provider "aws" {
        alias  = "oregon"
        region = "us-west-2"
      }
      """;

  private static final String VPCS =
      """
      resource "aws_vpc" "ohio" {
        cidr_block = "10.0.0.0/16"
        tags = { Name = "islands" }
      }
      resource "aws_vpc" "oregon" {
        provider   = aws.oregon
        cidr_block = "10.1.0.0/16"
      }
      """;

  @TempDir private Path folder;

  private World world;
  private WorkingDirectory root;

  @BeforeEach
  void root(LocalStack emulator) {
    world = emulator.newWorld();
    root =
        Terraform.find(SearchPath.ofEnvironment(), System.err::println)
            .in(folder)
            .environment(world.environment());
    root.write("providers.tf", PROVIDERS);
  }

  // JUnit warns of every link that leads out of a temporary folder.
  @AfterEach
  void unlinkMirror() throws IOException {
    try (Stream<Path> mirror = Files.walk(folder.resolve(".atoll/mirror"))) {
      for (Path link : mirror.filter(Files::isSymbolicLink).toList()) {
        Files.delete(link);
      }
    }
  }

  @Test
  void twoRegionsAreAppliedPlannedEmptyChangedAndDestroyed() {
    Path plan = folder.resolve("plan");
    root.write("main.tf", VPCS);
    root.init();
    root.apply();
    assertThat(vpcs(Region.US_EAST_2)).contains("10.0.0.0/16").doesNotContain("10.1.0.0/16");
    assertThat(vpcs(Region.US_WEST_2)).contains("10.1.0.0/16").doesNotContain("10.0.0.0/16");
    assertThat(root.plan(plan)).isFalse();

    root.write("main.tf", VPCS.replace("islands", "atolls"));
    assertThat(root.plan(plan)).isTrue();
    assertThat(root.showPlan(plan).at("/resource_changes/0/change/actions/0").asText())
        .isEqualTo("update");

    root.destroy();
    assertThat(vpcs(Region.US_EAST_2)).doesNotContain("10.0.0.0/16");
    assertThat(vpcs(Region.US_WEST_2)).doesNotContain("10.1.0.0/16");
    assertThat(root.versions().at("/provider_selections").toString()).contains("5.100.0");
    assertThat(root.providersSchema().findValue("aws_vpc")).isNotNull();
  }

  @Test
  void whatTheProviderRefusesHasItsPlace() {
    root.write("main.tf", VPCS.replace("10.1.0.0/16", "10.1.0.0/33"));
    root.init();
    assertThatThrownBy(() -> root.plan(folder.resolve("plan")))
        .isInstanceOfSatisfying(
            TerraformException.class,
            e ->
                assertThat(e.diagnostics())
                    .singleElement()
                    .satisfies(
                        error -> {
                          assertThat(error.address()).contains("aws_vpc.oregon");
                          assertThat(error.position())
                              .contains(new Diagnostic.Position("main.tf", 7));
                          assertThat(error.summary()).contains("10.1.0.0/33");
                        }));
  }

  @Test
  void whatTheApiRefusesHasItsPlaceAndItsCode() {
    root.write(
        "main.tf",
        VPCS
            + """
            resource "aws_subnet" "elsewhere" {
              vpc_id     = aws_vpc.ohio.id
              cidr_block = "10.9.0.0/24"
            }
            """);
    root.init();
    assertThatThrownBy(root::apply)
        .isInstanceOfSatisfying(
            TerraformException.class,
            e -> {
              Diagnostic error = e.diagnostics().get(0);
              assertThat(error.address()).contains("aws_subnet.elsewhere");
              assertThat(error.position()).contains(new Diagnostic.Position("main.tf", 9));
              assertThat(error.summary()).contains("InvalidSubnet.Range");
            });
  }

  @Test
  void theStateLiesInS3AndIsLockedThere() {
    try (S3Client s3 = world.client(S3Client.builder(), Region.US_EAST_2)) {
      s3.createBucket(
          r ->
              r.bucket("islands-state")
                  .createBucketConfiguration(c -> c.locationConstraint("us-east-2")));
      s3.putBucketVersioning(
          r ->
              r.bucket("islands-state")
                  .versioningConfiguration(v -> v.status(BucketVersioningStatus.ENABLED)));
      root.write("backend.tf", backend("islands-state"));
      root.write("main.tf", VPCS);
      root.init();
      root.apply();

      List<ObjectVersion> versions =
          s3.listObjectVersions(r -> r.bucket("islands-state")).versions();
      assertThat(versions)
          .extracting(ObjectVersion::key)
          .contains("root/terraform.tfstate", "root/terraform.tfstate.tflock");
      assertThat(s3.listObjects(r -> r.bucket("islands-state")).contents())
          .as("the lock is released")
          .singleElement()
          .matches(object -> object.key().equals("root/terraform.tfstate"));

      s3.putObject(
          r -> r.bucket("islands-state").key("root/terraform.tfstate.tflock"),
          software.amazon.awssdk.core.sync.RequestBody.fromString(
              "{\"ID\":\"0\",\"Who\":\"somebody else\"}"));
      assertThatThrownBy(() -> root.plan(folder.resolve("plan")))
          .isInstanceOf(TerraformException.class)
          .hasMessageContaining("Error acquiring the state lock")
          .hasMessageContaining("somebody else");
    }
  }

  @Test
  void aBackendThatIsNotThereIsSaid() {
    root.write("backend.tf", backend("missing-bucket"));
    root.write("main.tf", VPCS);
    assertThatThrownBy(root::init)
        .isInstanceOfSatisfying(
            InitException.class,
            e -> assertThat(e.reason()).isEqualTo(InitException.Reason.BACKEND))
        .hasMessageContaining("missing-bucket");
  }

  private static String backend(String bucket) {
    return """
    terraform {
      backend "s3" {
        bucket       = "%s"
        key          = "root/terraform.tfstate"
        region       = "us-east-2"
        encrypt      = true
        use_lockfile = true
      }
    }
    """
        .formatted(bucket);
  }

  private List<String> vpcs(Region region) {
    try (Ec2Client ec2 = world.client(Ec2Client.builder(), region)) {
      return ec2.describeVpcs().vpcs().stream().map(Vpc::cidrBlock).toList();
    }
  }
}
