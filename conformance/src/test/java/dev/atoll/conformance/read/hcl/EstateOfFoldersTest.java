package dev.atoll.conformance.read.hcl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atoll.aws.Region;
import dev.atoll.conformance.read.TerraformEstate;
import dev.atoll.conformance.read.UnreadableTerraform;
import dev.atoll.facts.Facts;
import dev.atoll.facts.dns.DnsRecord;
import dev.atoll.facts.network.Vpc;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders as one estate: modules, variables, counts, Regions; and what is wrong input. */
class EstateOfFoldersTest {

  @TempDir private Path top;

  private void write(String name, String text) throws IOException {
    Path file = top.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private TerraformEstate read(String... paths) {
    List<Path> all =
        paths.length == 0 ? List.of(top) : List.of(paths).stream().map(top::resolve).toList();
    return TerraformEstate.read(all, top, List.of());
  }

  private Facts facts() {
    return read().reading().facts();
  }

  @Test
  void aModuleIsReadForEachCall() throws IOException {
    write(
        "live/main.tf",
        """
        provider "aws" {
          region = "eu-west-1"
        }

        module "vpc" {
          for_each = { a = "10.0.0.0/16", b = "10.1.0.0/16" }
          source   = "../modules/vpc"
          cidr     = each.value
        }
        """);
    write(
        "modules/vpc/main.tf",
        """
        variable "cidr" {}

        resource "aws_vpc" "this" {
          cidr_block = var.cidr
        }
        """);
    assertThat(facts().all(Vpc.class).facts())
        .extracting(vpc -> vpc.ref().key() + " " + vpc.cidrs().show() + " " + vpc.source())
        .containsExactly(
            "module.vpc[\"a\"].aws_vpc.this [10.0.0.0/16]"
                + " module.vpc[\"a\"].aws_vpc.this (modules/vpc/main.tf:3)",
            "module.vpc[\"b\"].aws_vpc.this [10.1.0.0/16]"
                + " module.vpc[\"b\"].aws_vpc.this (modules/vpc/main.tf:3)");
    assertThat(read().roots()).isEqualTo(1);
  }

  @Test
  void whatCannotBeCountedLeavesAGap() throws IOException {
    write(
        "main.tf",
        """
        variable "blocks" {
          type = list(string)
        }

        resource "aws_vpc" "this" {
          for_each   = toset(var.blocks)
          cidr_block = each.value
        }
        """);
    assertThat(facts().all(Vpc.class).facts()).isEmpty();
    assertThat(facts().all(Vpc.class).none().open())
        .singleElement()
        .asString()
        .contains("how many of aws_vpc.this there are is not known");
  }

  @Test
  void valuesComeFromFilesInTerraformsOrder() throws IOException {
    write(
        "main.tf",
        """
        variable "b" {
          default = "10.0.0.0/16"
        }
        resource "aws_vpc" "a" {
          cidr_block = var.b
        }
        """);
    assertThat(cidr()).isEqualTo("[10.0.0.0/16]");
    write("terraform.tfvars", "b = \"10.1.0.0/16\"\n");
    assertThat(cidr()).isEqualTo("[10.1.0.0/16]");
    write("z.auto.tfvars", "b = \"10.2.0.0/16\"\n");
    assertThat(cidr()).isEqualTo("[10.2.0.0/16]");
  }

  private String cidr() {
    return facts().all(Vpc.class).facts().get(0).cidrs().show();
  }

  @Test
  void theFolderSaysTheRegionThatAVariableLeavesOpen() throws IOException {
    String root =
        """
        variable "region" {}
        provider "aws" {
          region = var.region
        }
        resource "aws_vpc" "a" {
          cidr_block = "10.%d.0.0/16"
        }
        """;
    write("aws/eu-west-1/vpc/main.tf", root.formatted(0));
    write("aws/us-east-2/vpc/main.tf", root.formatted(1));
    assertThat(facts().all(Vpc.class).facts())
        .extracting(vpc -> vpc.region().asOptional().orElseThrow())
        .containsExactly(new Region("eu-west-1"), new Region("us-east-2"));
    assertThat(read().assumptions())
        .hasSize(2)
        .allMatch(text -> text.contains("as its folder says"));
  }

  @Test
  void aBlankDomainIsThatOfTheOtherRoots() throws IOException {
    String root =
        """
        variable "domain_name" {
          default = "%s"
        }
        provider "aws" {
          region = "eu-west-1"
        }
        resource "aws_route53_record" "a" {
          zone_id = "Z"
          name = "x.${var.domain_name}"
          type = "A"
        }
        """;
    write("a/main.tf", root.formatted("example.org"));
    write("b/main.tf", root.formatted(""));
    assertThat(facts().all(DnsRecord.class).facts())
        .extracting(record -> record.name().show())
        .containsExactly("x.example.org", "x.example.org");
    assertThat(read().assumptions()).singleElement().asString().contains("var.domain_name of b");
    write("c/main.tf", root.formatted("example.com"));
    assertThat(read().assumptions()).isEmpty();
  }

  @Test
  void brokenHclIsNamedWithItsLineAndTheRestIsRead() throws IOException {
    write("main.tf", "resource \"aws_vpc\" \"a\" {\n  cidr_block = \"10.0.0.0/16\"\n}\n");
    write("broken.tf", "resource \"aws_vpc\" {{{\n");
    TerraformEstate estate = read();
    assertThat(estate.unread()).singleElement().asString().startsWith("broken.tf:1 ");
    assertThat(estate.reading().facts().all(Vpc.class).facts()).hasSize(1);
    assertThat(estate.reading().facts().all(Vpc.class).gap()).isPresent();
  }

  @Test
  void valuesInJsonComeInTheSameOrder() throws IOException {
    write("main.tf", "variable \"b\" {}\nresource \"aws_vpc\" \"a\" {\n  cidr_block = var.b\n}\n");
    write("terraform.tfvars", "b = \"10.1.0.0/16\"\n");
    write("terraform.tfvars.json", "{\"b\": \"10.2.0.0/16\"}");
    assertThat(cidr()).isEqualTo("[10.2.0.0/16]");
    write("a.auto.tfvars.json", "{\"b\": \"10.3.0.0/16\"}");
    assertThat(cidr()).isEqualTo("[10.3.0.0/16]");
    write("b.auto.tfvars", "b = \"10.4.0.0/16\"\n");
    assertThat(cidr()).isEqualTo("[10.4.0.0/16]");
    write("c.auto.tfvars.json", "{\n\"b\": oops}");
    assertThat(cidr()).isEqualTo("[10.4.0.0/16]");
    assertThat(read().unread())
        .anyMatch(text -> text.startsWith("c.auto.tfvars.json:2 "))
        .noneMatch(text -> text.contains("oops"));
  }

  @Test
  void aFileThatOverridesCounts() throws IOException {
    write("main.tf", "resource \"aws_vpc\" \"a\" {\n  cidr_block = \"10.0.0.0/16\"\n}\n");
    write("more_override.tf", "resource \"aws_vpc\" \"a\" {\n  cidr_block = \"10.9.0.0/16\"\n}\n");
    assertThat(facts().all(Vpc.class).facts()).hasSize(1);
    assertThat(cidr()).isEqualTo("[10.9.0.0/16]");
  }

  @Test
  void blocksThatMakeNothingMakeNothing() throws IOException {
    write(
        "main.tf",
        """
        moved {
          from = aws_vpc.old
          to   = aws_vpc.a
        }
        import {
          to = aws_vpc.a
          id = "vpc-1"
        }
        removed {
          from = aws_vpc.gone
          lifecycle {
            destroy = false
          }
        }
        check "it" {
          assert {
            condition     = true
            error_message = "no"
          }
        }
        resource "aws_vpc" "a" {
          cidr_block = "10.0.0.0/16"
        }
        """);
    assertThat(facts().all(Vpc.class).facts()).hasSize(1);
    assertThat(read().unread()).isEmpty();
  }

  @Test
  void aNullThatACallGivesIsNoDefaultUnlessTheVariableTakesNone() throws IOException {
    write("main.tf", "module \"v\" {\n  source = \"./v\"\n  b      = null\n}\n");
    String module =
        """
        variable "b" {
          default = "10.0.0.0/16"
        %s}
        resource "aws_vpc" "a" {
          cidr_block = var.b
        }
        """;
    write("v/main.tf", module.formatted(""));
    assertThat(cidr()).isNotEqualTo("[10.0.0.0/16]");
    write("v/main.tf", module.formatted("  nullable = false\n"));
    assertThat(cidr()).isEqualTo("[10.0.0.0/16]");
  }

  @Test
  void whatCannotBeReadIsSaidAndTheRestIsRead() throws IOException {
    write("main.tf", "module \"m\" {\n  source = \"./m\"\n}\nresource \"aws_vpc\" \"a\" {}\n");
    write("m/main.tf.json", "{\"resource\": {}}");
    write("x/broken.tf.json", "{");
    Files.createSymbolicLink(top.resolve("gone.tf"), Path.of("nowhere.tf"));
    Files.createSymbolicLink(top.resolve("loop"), top);
    Files.write(top.resolve("huge.tf"), new byte[(4 << 20) + 1]);
    TerraformEstate estate = read();
    assertThat(estate.unread())
        .anyMatch(text -> text.startsWith("m/main.tf.json is a module's code in JSON"))
        .anyMatch(text -> text.contains("broken.tf.json is no JSON"))
        .anyMatch(text -> text.contains("gone.tf cannot be read: it leads nowhere"))
        .anyMatch(text -> text.startsWith("huge.tf is larger than 4 MiB"))
        .hasSize(4);
    assertThat(estate.reading().facts().all(Vpc.class).facts()).hasSize(1);
    assertThat(estate.reading().facts().all(Vpc.class).gap()).isPresent();
  }

  @Test
  void aLinkToAFolderIsFollowedAndALoopIsNamed() throws IOException {
    write("real/main.tf", "resource \"aws_vpc\" \"a\" {}\n");
    Files.createSymbolicLink(top.resolve("link"), top.resolve("real"));
    Files.createSymbolicLink(top.resolve("one"), top.resolve("two"));
    Files.createSymbolicLink(top.resolve("two"), top.resolve("one"));
    assertThat(read("link").reading().facts().all(Vpc.class).facts()).hasSize(1);
    assertThatThrownBy(() -> read("one"))
        .isInstanceOf(UnreadableTerraform.class)
        .hasMessageContaining("leads nowhere");
  }

  @Test
  void statesAndPlansOfOtherFormatsAreNamed() throws IOException {
    write("raw.json", "{\"version\": 4, \"serial\": 1, \"lineage\": \"x\", \"resources\": []}");
    write("new.json", "{\"format_version\": \"2.0\", \"terraform_version\": \"9\"}");
    assertThatThrownBy(() -> read("raw.json"))
        .isInstanceOf(UnreadableTerraform.class)
        .hasMessageContaining("raw.json is a state as Terraform keeps it")
        .hasMessageContaining("terraform show -json");
    assertThatThrownBy(() -> read("new.json"))
        .isInstanceOf(UnreadableTerraform.class)
        .hasMessageContaining("format version 2.0");
  }

  @Test
  void wrongInputSaysWhatToDo() throws IOException {
    write("empty/readme.md", "nothing");
    Files.write(top.resolve("plan.bin"), "PK\u0003\u0004tfplan".getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(() -> read("missing"))
        .isInstanceOf(UnreadableTerraform.class)
        .hasMessageContaining("does not exist");
    assertThatThrownBy(() -> read("empty"))
        .isInstanceOf(UnreadableTerraform.class)
        .hasMessageContaining("has no .tf");
    assertThatThrownBy(() -> read("plan.bin"))
        .isInstanceOf(UnreadableTerraform.class)
        .hasMessageContaining("terraform show -json");
  }
}
