package dev.atoll.conformance.suite;

import dev.atoll.itest.terraform.Terraform;
import dev.atoll.stacks.helm.ReleaseWay;

/** How Helm releases can be made on this machine. */
public final class Releases {

  private static final String AWS = "registry.terraform.io/hashicorp/aws";
  private static final String HELM = "registry.terraform.io/hashicorp/helm";

  private Releases() {}

  /**
   * By the provider, unless this machine has its providers in a mirror and helm is not among them.
   */
  public static ReleaseWay wayOf(Terraform terraform) {
    return terraform.hasInMirror(AWS) && !terraform.hasInMirror(HELM)
        ? ReleaseWay.COMMAND
        : ReleaseWay.PROVIDER;
  }
}
