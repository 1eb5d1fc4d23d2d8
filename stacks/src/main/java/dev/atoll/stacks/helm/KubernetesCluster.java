package dev.atoll.stacks.helm;

import dev.atoll.stacks.terraform.Expression;
import dev.atoll.stacks.terraform.Resource;

/** An EKS cluster, made by the same root or looked up. */
public interface KubernetesCluster extends Resource {

  /** Its name, known once it is there. */
  default Expression givenName() {
    return attribute("name");
  }
}
