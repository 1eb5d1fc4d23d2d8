package dev.atoll.practice.helm;

import static dev.atoll.practice.Citation.page;

import dev.atoll.practice.Citation;

/** Where the rows about Helm are written. */
final class HelmSources {

  static final Citation RELEASE =
      page(
          "Terraform provider helm, helm_release",
          "https://registry.terraform.io/providers/hashicorp/helm/latest/docs/resources/release");
  static final Citation CHANGELOG =
      page(
          "Terraform provider helm, changelog",
          "https://github.com/hashicorp/terraform-provider-helm/blob/main/CHANGELOG.md");

  private HelmSources() {}
}
