package dev.atoll.stacks.aws;

import dev.atoll.aws.Region;
import dev.atoll.facts.cluster.EksCluster.Endpoint;
import dev.atoll.stacks.helm.KubernetesCluster;
import dev.atoll.stacks.terraform.Block;
import dev.atoll.stacks.terraform.Expression;
import dev.atoll.stacks.terraform.Resource;
import java.util.ArrayList;
import java.util.List;

/**
 * An EKS cluster. Who administers it is said by access entries alone; whoever creates it has one.
 * EKS encrypts what is kept in it with a key of AWS's own; another key would be a choice.
 *
 * @see <a href="https://docs.aws.amazon.com/eks/latest/userguide/envelope-encryption.html">Default
 *     envelope encryption for all Kubernetes API data</a>
 * @param logs where the control plane logs to; made before, or EKS makes it without an end
 * @param policies what its role must be allowed before and after it
 */
public record AwsEksCluster(
    String name,
    Region region,
    String clusterName,
    String version,
    Endpoint endpoint,
    AwsIamRole role,
    List<AwsSubnet> subnets,
    AwsCloudwatchLogGroup logs,
    List<AwsIamRolePolicyAttachment> policies)
    implements KubernetesCluster {

  public AwsEksCluster {
    subnets = List.copyOf(subnets);
    policies = List.copyOf(policies);
  }

  /** The URL of its OpenID Connect provider. */
  public Expression issuer() {
    return attribute("identity[0].oidc[0].issuer");
  }

  /** The same without its scheme, as IAM has it in condition keys. */
  public Expression issuerWithoutScheme() {
    return new Expression("trimprefix(%s, \"https://\")".formatted(issuer().text()));
  }

  /** The id of the security group that EKS makes for it. */
  public Expression group() {
    return attribute("vpc_config[0].cluster_security_group_id");
  }

  private Block network() {
    Block network =
        Block.of("subnet_ids", subnets.stream().map(Resource::id).toList())
            .with("endpoint_public_access", endpoint.publicly())
            .with("endpoint_private_access", endpoint.privately());
    return endpoint.publicly() ? network.with("public_access_cidrs", endpoint.from()) : network;
  }

  @Override
  public List<Resource> dependsOn() {
    List<Resource> needs = new ArrayList<>(policies);
    needs.add(logs);
    return needs;
  }

  @Override
  public String type() {
    return "aws_eks_cluster";
  }

  @Override
  public Block arguments() {
    return Block.of("name", clusterName)
        .with("version", version)
        .with("role_arn", role.arn())
        // The add-ons are resources, with versions.
        .with("bootstrap_self_managed_addons", false)
        .with("enabled_cluster_log_types", List.of("api", "audit", "authenticator"))
        .with(
            "access_config",
            List.of(
                Block.of("authentication_mode", "API")
                    .with("bootstrap_cluster_creator_admin_permissions", true)))
        .with("vpc_config", List.of(network()));
  }
}
