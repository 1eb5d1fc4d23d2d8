package dev.atoll.conformance.read.aws;

import dev.atoll.aws.Cidr;
import dev.atoll.conformance.read.resource.Attributes;
import dev.atoll.facts.Fact;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Value;
import dev.atoll.facts.cluster.EksCluster;
import dev.atoll.facts.cluster.EksCluster.Endpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** EKS clusters. */
final class EksClusterReader implements ResourceReader {

  @Override
  public Set<String> types() {
    return Set.of("aws_eks_cluster");
  }

  @Override
  public Set<Class<? extends Fact>> kinds() {
    return Set.of(EksCluster.class);
  }

  @Override
  public List<EksCluster> read(Attributes cluster) {
    Value<Attributes> network =
        cluster
            .blocks("vpc_config")
            .flatMap(
                blocks ->
                    blocks.isEmpty()
                        ? Value.unknown(cluster.ref() + " has no vpc_config")
                        : Value.known(blocks.get(0)));
    Value<Ref> vpc =
        network.flatMap(block -> Subnets.vpc(block.refs("subnet_ids"), cluster.things()));
    return List.of(
        new EksCluster(
            cluster.source(),
            cluster.ref(),
            cluster.region(),
            cluster.text("name"),
            cluster.text("version"),
            network.flatMap(EksClusterReader::endpoint),
            vpc,
            Value.known(group(cluster))));
  }

  /** The security group that EKS makes for a cluster. */
  static Ref group(Attributes cluster) {
    return cluster.things().companion(cluster.ref(), "vpc_config[0].cluster_security_group_id");
  }

  private static Value<Endpoint> endpoint(Attributes network) {
    return network
        .flag("endpoint_public_access", true)
        .flatMap(
            publicly ->
                network
                    .flag("endpoint_private_access", false)
                    .flatMap(
                        privately ->
                            from(network, publicly)
                                .map(from -> new Endpoint(publicly, privately, from))));
  }

  private static Value<List<Cidr>> from(Attributes network, boolean publicly) {
    if (!publicly) {
      return Value.known(List.of());
    }
    // EKS admits everybody unless told otherwise.
    if (!network.has("public_access_cidrs")) {
      return Value.known(List.of(Cidr.ANYWHERE));
    }
    Value<List<Cidr>> all = Value.known(List.of());
    for (Value<String> text : network.texts("public_access_cidrs")) {
      all =
          all.flatMap(
              known ->
                  text.flatMap(Attributes::parse)
                      .map(
                          cidr -> {
                            List<Cidr> more = new ArrayList<>(known);
                            more.add(cidr);
                            return more;
                          }));
    }
    return all;
  }
}
