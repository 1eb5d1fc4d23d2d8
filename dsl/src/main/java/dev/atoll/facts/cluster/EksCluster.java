package dev.atoll.facts.cluster;

import dev.atoll.aws.Cidr;
import dev.atoll.aws.Region;
import dev.atoll.facts.Fact;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Source;
import dev.atoll.facts.Value;
import java.util.List;

/**
 * An EKS cluster.
 *
 * @param region where it is
 * @param name its name
 * @param version its Kubernetes version, such as {@code 1.33}
 * @param endpoint who reaches its API server
 * @param vpc the VPC of its nodes and of its control plane's interfaces
 * @param group the security group that EKS makes for it and tags as its own
 */
public record EksCluster(
    Source source,
    Ref ref,
    Value<Region> region,
    Value<String> name,
    Value<String> version,
    Value<Endpoint> endpoint,
    Value<Ref> vpc,
    Value<Ref> group)
    implements Fact {

  /**
   * Who reaches the API server.
   *
   * @param publicly whether it answers on the internet
   * @param privately whether it answers within the VPC
   * @param from whose addresses may reach it on the internet; of no matter when it does not answer
   *     there
   * @see <a href="https://docs.aws.amazon.com/eks/latest/userguide/cluster-endpoint.html">Cluster
   *     API server endpoint</a>
   */
  public record Endpoint(boolean publicly, boolean privately, List<Cidr> from) {

    public Endpoint {
      from = List.copyOf(from);
    }
  }
}
