package dev.atoll.stacks.aws;

import dev.atoll.aws.Region;
import dev.atoll.stacks.terraform.Block;
import dev.atoll.stacks.terraform.Resource;
import java.util.List;

/**
 * An add-on of an EKS cluster, of one version.
 *
 * @param after what must be there before: CoreDNS needs nodes to run on
 */
public record AwsEksAddon(
    String name,
    Region region,
    AwsEksCluster cluster,
    String addon,
    String version,
    List<? extends Resource> after)
    implements Resource {

  public AwsEksAddon {
    after = List.copyOf(after);
  }

  @Override
  public List<Resource> dependsOn() {
    return List.copyOf(after);
  }

  @Override
  public String type() {
    return "aws_eks_addon";
  }

  /** Without that word the VPC CNI keeps no network policy, whoever writes one. */
  private static final String POLICIES = "{\"enableNetworkPolicy\":\"true\"}";

  @Override
  public Block arguments() {
    return addon.equals("vpc-cni") ? settings().with("configuration_values", POLICIES) : settings();
  }

  private Block settings() {
    return Block.of("cluster_name", cluster.givenName())
        .with("addon_name", addon)
        .with("addon_version", version)
        .with("resolve_conflicts_on_create", "OVERWRITE")
        .with("resolve_conflicts_on_update", "PRESERVE");
  }
}
