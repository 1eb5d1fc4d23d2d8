package dev.atoll.conformance.suite;

import dev.atoll.itest.terraform.Terraform;
import dev.atoll.stacks.helm.ReleaseWay;
import java.util.function.Predicate;

/** How Helm releases can be made on this machine. */
public final class Releases {

  private static final String AWS = "registry.terraform.io/hashicorp/aws";
  private static final String HELM = "registry.terraform.io/hashicorp/helm";

  private Releases() {}

  /**
   * By the provider, unless this machine has its providers in a mirror and helm is not among them.
   */
  public static ReleaseWay wayOf(Terraform terraform) {
    return wayOf(terraform::hasInMirror);
  }

  static ReleaseWay wayOf(Predicate<String> isInMirror) {
    return isInMirror.test(AWS) && !isInMirror.test(HELM)
        ? ReleaseWay.COMMAND
        : ReleaseWay.PROVIDER;
  }
}
