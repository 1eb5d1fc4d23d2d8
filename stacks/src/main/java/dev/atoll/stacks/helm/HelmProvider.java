package dev.atoll.stacks.helm;

import dev.atoll.aws.Region;
import dev.atoll.stacks.terraform.Block;
import dev.atoll.stacks.terraform.Expression;
import dev.atoll.stacks.terraform.Provider;
import java.util.List;

/**
 * The helm provider of one cluster. It asks the AWS command line for a token whenever it needs one:
 * a token in its configuration would be old by the time the cluster is there.
 *
 * @param cluster the cluster
 * @param way how its releases are made
 * @see <a
 *     href="https://registry.terraform.io/providers/hashicorp/helm/latest/docs#exec-plugins">Exec
 *     plugins</a>
 */
public record HelmProvider(KubernetesCluster cluster, ReleaseWay way) implements Provider {

  /** Since 3.1.0 releases have upgrade_install again; 3.1.1 mended its plan. */
  public static final String VERSION = "3.1.1";

  @Override
  public String name() {
    return "helm";
  }

  @Override
  public String source() {
    return "hashicorp/helm";
  }

  @Override
  public String version() {
    return VERSION;
  }

  @Override
  public Region region() {
    return cluster.region();
  }

  @Override
  public Block arguments() {
    return Block.of(
        "kubernetes",
        Block.of("host", cluster.attribute("endpoint"))
            .with(
                "cluster_ca_certificate",
                new Expression(
                    "base64decode(%s)"
                        .formatted(cluster.attribute("certificate_authority[0].data").text())))
            .with("exec", token()));
  }

  private Block token() {
    return Block.of("api_version", "client.authentication.k8s.io/v1beta1")
        .with("command", "aws")
        .with(
            "args",
            List.of(
                "eks",
                "get-token",
                "--region",
                cluster.region().name(),
                "--cluster-name",
                cluster.givenName()));
  }
}
