package dev.atoll.conformance.read.hcl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.conformance.read.TerraformEstate;
import dev.atoll.facts.Facts;
import dev.atoll.facts.network.Ingress;
import dev.atoll.facts.network.Subnet;
import dev.atoll.facts.network.Vpc;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Blocks that are made by a loop, provider configurations by alias, and modules by for_each. */
class BlocksAndProvidersTest {

  @TempDir private Path folder;

  private Facts facts(String text) throws IOException {
    Files.writeString(folder.resolve("main.tf"), text);
    return TerraformEstate.read(List.of(folder), folder, List.of()).reading().facts();
  }

  private Facts group(String blocks) throws IOException {
    return facts(
        """
        provider "aws" {
          region = "us-east-2"
        }

        variable "open" {}

        resource "aws_vpc" "a" {
          cidr_block = "10.0.0.0/16"
        }

        resource "aws_security_group" "a" {
          vpc_id = aws_vpc.a.id
        %s
        }
        """
            .formatted(blocks));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        """
        dynamic "ingress" {
          for_each = [80, 443]
          content {
            from_port = ingress.value
            to_port = ingress.value
            protocol = "tcp"
            cidr_blocks = ["0.0.0.0/0"]
          }
        }
        """,
        """
        dynamic "ingress" {
          for_each = { web = 443, plain = 80 }
          iterator = port
          content {
            description = port.key
            from_port = port.value
            to_port = port.value
            protocol = "tcp"
            cidr_blocks = ["0.0.0.0/0"]
          }
        }
        """,
        """
        ingress {
          from_port = 80
          to_port = 80
          protocol = "tcp"
          cidr_blocks = ["0.0.0.0/0"]
        }
        dynamic "ingress" {
          for_each = [for port in [22, 443] : port if port > 100]
          content {
            from_port = ingress.value
            to_port = ingress.value
            protocol = "tcp"
            cidr_blocks = ["0.0.0.0/0"]
          }
        }
        """
      })
  void aDynamicBlockIsThereAsOftenAsItsLoopSays(String blocks) throws IOException {
    assertThat(rules(group(blocks)).map(rule -> rule.ports().show()))
        .containsExactlyInAnyOrder("80", "443");
  }

  @Test
  void withoutElementsThereIsNone() throws IOException {
    Facts facts =
        group(
            """
            dynamic "ingress" {
              for_each = []
              content {
                from_port = 1
              }
            }
            """);
    assertThat(rules(facts)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"var.open", "concat([80], var.open)", "toset(aws_vpc.a.ids)"})
  void aLoopThatNobodyKnowsLeavesAnHonestGap(String loop) throws IOException {
    Facts facts =
        group(
            """
            ingress {
              from_port = 80
              to_port = 80
              protocol = "tcp"
              cidr_blocks = ["0.0.0.0/0"]
            }
            dynamic "ingress" {
              for_each = %s
              content {
                from_port = ingress.value
              }
            }
            """
                .formatted(loop));
    assertThat(rules(facts))
        .singleElement()
        .satisfies(
            rule ->
                assertThat(rule.ports().show())
                    .contains("how many blocks ingress there are: ")
                    .containsAnyOf("var.open has no value", "known after apply", "is not known"));
  }

  private static Stream<Ingress> rules(Facts facts) {
    return facts.all(Ingress.class).stream()
        .filter(rule -> rule.ref().key().startsWith("aws_security_group.a"));
  }

  private static final String TWO =
      """
      provider "aws" {
        region = "us-east-2"
      }

      provider "aws" {
        alias  = "west"
        region = "us-west-2"
      }

      variable "open" {}
      """;

  private void module(String name, String text) throws IOException {
    Path module = Files.createDirectories(folder.resolve(name));
    Files.writeString(module.resolve("main.tf"), text);
  }

  private static final String VPC =
      """
      variable "cidr" {
        default = "10.9.0.0/16"
      }

      resource "aws_vpc" "a" {
        cidr_block = var.cidr
      }

      output "id" {
        value = aws_vpc.a.id
      }
      """;

  @Test
  void anAliasLeadsToItsRegionThroughEveryModule() throws IOException {
    module("vpc", VPC);
    module(
        "both",
        """
        module "vpc" {
          source    = "../vpc"
          providers = { aws = aws.there }
        }

        resource "aws_vpc" "usual" {
          cidr_block = "10.8.0.0/16"
        }
        """);
    Facts facts =
        facts(
            TWO
                + """
                resource "aws_vpc" "own" {
                  provider   = aws.west
                  cidr_block = "10.1.0.0/16"
                }

                module "both" {
                  source    = "./both"
                  providers = { aws = aws, aws.there = aws.west }
                }

                module "silent" {
                  source = "./vpc"
                }

                resource "aws_vpc" "six" {
                  region     = "eu-west-1"
                  cidr_block = "10.2.0.0/16"
                }

                resource "aws_vpc" "nobody" {
                  provider   = aws.nobody
                  cidr_block = "10.3.0.0/16"
                }
                """);
    assertThat(regions(facts))
        .contains(
            "aws_vpc.own us-west-2",
            "module.both.module.vpc.aws_vpc.a us-west-2",
            "module.both.aws_vpc.usual us-east-2",
            "module.silent.aws_vpc.a us-east-2",
            "aws_vpc.six eu-west-1")
        .anyMatch(vpc -> vpc.startsWith("aws_vpc.nobody unknown"));
  }

  @Test
  void aModuleIsMadeForEachKey() throws IOException {
    module("vpc", VPC);
    Facts facts =
        facts(
            TWO
                + """
                locals {
                  networks = { a = { cidr = "10.1.0.0/16" }, b = { cidr = var.open } }
                }

                module "vpc" {
                  for_each = local.networks
                  source   = "./vpc"
                  cidr     = each.value.cidr
                }

                module "set" {
                  for_each  = toset(["x", "y"])
                  source    = "./vpc"
                  cidr      = each.key == "x" ? "10.5.0.0/16" : "10.6.0.0/16"
                  providers = { aws = aws.west }
                }

                module "none" {
                  for_each = {}
                  source   = "./vpc"
                }

                module "counted" {
                  count  = 2
                  source = "./vpc"
                  cidr   = cidrsubnet("10.128.0.0/9", 7, count.index)
                }

                resource "aws_subnet" "a" {
                  vpc_id     = module.vpc["a"].id
                  cidr_block = "10.1.1.0/24"
                }
                """);
    assertThat(facts.all(Vpc.class).stream().map(vpc -> vpc.ref() + " " + vpc.cidrs().show()))
        .contains(
            "module.vpc[\"a\"].aws_vpc.a [10.1.0.0/16]",
            "module.set[\"x\"].aws_vpc.a [10.5.0.0/16]",
            "module.set[\"y\"].aws_vpc.a [10.6.0.0/16]",
            "module.counted[0].aws_vpc.a [10.128.0.0/16]",
            "module.counted[1].aws_vpc.a [10.129.0.0/16]")
        .anyMatch(vpc -> vpc.startsWith("module.vpc[\"b\"].aws_vpc.a unknown"))
        .hasSize(6);
    assertThat(regions(facts)).contains("module.set[\"x\"].aws_vpc.a us-west-2");
    assertThat(facts.all(Subnet.class).facts().get(0).vpc().show())
        .isEqualTo("module.vpc[\"a\"].aws_vpc.a");
    assertThat(facts.all(Vpc.class).gap()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"for_each = var.open", "count = var.open"})
  void howOftenAModuleIsMadeMayBeUnknown(String repetition) throws IOException {
    module("vpc", VPC);
    Facts facts =
        facts(
            TWO
                + "module \"vpc\" {\n  %s\n  source = \"./vpc\"\n}\n".formatted(repetition)
                + "resource \"aws_subnet\" \"a\" {\n  vpc_id = module.vpc[\"a\"].id\n}\n");
    assertThat(facts.all(Vpc.class).facts()).isEmpty();
    assertThat(facts.all(Vpc.class).gap())
        .hasValueSatisfying(why -> assertThat(why).contains("module.vpc"));
    assertThat(facts.all(Subnet.class).facts().get(0).vpc().asOptional()).isEmpty();
  }

  @Test
  void aKeyThatNobodyKnowsStandsForItself() throws IOException {
    module("vpc", VPC);
    Facts facts =
        facts(TWO + "module \"vpc\" {\n  for_each = { (var.open) = 1 }\n  source = \"./vpc\"\n}\n");
    assertThat(regions(facts))
        .singleElement()
        .isEqualTo("module.vpc[\"${var.open}\"].aws_vpc.a us-east-2");
  }

  private static List<String> regions(Facts facts) {
    return facts.all(Vpc.class).stream().map(vpc -> vpc.ref() + " " + vpc.region().show()).toList();
  }
}
