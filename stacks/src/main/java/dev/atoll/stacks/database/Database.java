package dev.atoll.stacks.database;

import dev.atoll.aws.Region;
import dev.atoll.stacks.aws.AwsDbSubnetGroup;
import dev.atoll.stacks.aws.AwsRdsCluster;
import dev.atoll.stacks.aws.AwsRdsClusterInstance;
import dev.atoll.stacks.aws.AwsRdsClusterParameterGroup;
import dev.atoll.stacks.aws.AwsSecret;
import dev.atoll.stacks.aws.AwsSecurityGroup;
import dev.atoll.stacks.aws.AwsSecurityGroupRule;
import dev.atoll.stacks.network.RegionNetwork;
import dev.atoll.stacks.terraform.Resource;
import dev.atoll.topology.AuroraDesign;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One Aurora cluster with all that belongs to it.
 *
 * <p>A rule for each client's VPC, by its addresses: a group of another Region cannot be named.
 *
 * @param cluster the cluster
 * @param secret where clients read how to reach it, in each of their Regions
 * @param resources everything but the content of the secret
 */
record Database(AwsRdsCluster cluster, AwsSecret secret, List<Resource> resources) {

  Database {
    resources = List.copyOf(resources);
  }

  /**
   * @param topology the topology's name
   * @param client whose database it is: {@code coder} or {@code litellm}
   * @param design what the topology says of it
   * @param home the network that it stands in
   * @param clients the networks that its clients run in
   */
  static Database of(
      String topology,
      String client,
      AuroraDesign design,
      RegionNetwork home,
      List<RegionNetwork> clients) {
    Region region = home.described().region();
    String name = region.identifier() + "_" + client;
    String identifier = topology + "-" + client;
    AwsSecurityGroup group =
        new AwsSecurityGroup(
            name + "_database",
            region,
            home.vpc(),
            identifier + "-database",
            "The database of " + client,
            Map.of("Name", identifier + "-database"));
    AwsDbSubnetGroup subnets =
        new AwsDbSubnetGroup(
            name, region, identifier, "The database of " + client, home.privateSubnets());
    AwsRdsClusterParameterGroup parameters =
        new AwsRdsClusterParameterGroup(
            name, region, identifier, "aurora-postgresql16", "TLS for everybody");
    AwsRdsCluster cluster =
        new AwsRdsCluster(
            name,
            region,
            identifier,
            AuroraDesign.ENGINE_VERSION,
            client,
            design.min(),
            design.max(),
            design.backupDays(),
            design.throwAway(),
            AuroraDesign.PORT,
            subnets,
            parameters,
            group);
    AwsSecret secret =
        new AwsSecret(
            name + "_database",
            region,
            "%s/%s/database".formatted(topology, client),
            "Where %s finds its database; holds no password".formatted(client),
            clients.stream()
                .map(network -> network.described().region())
                .filter(other -> !other.equals(region))
                .toList(),
            design.throwAway() ? 0 : 7);
    List<Resource> resources = new ArrayList<>(List.of(group));
    clients.forEach(network -> resources.add(rule(group, network)));
    resources.addAll(List.of(subnets, parameters, cluster));
    resources.add(instance(cluster, "writer"));
    design.reader().ifPresent(reason -> resources.add(instance(cluster, "reader")));
    resources.add(secret);
    return new Database(cluster, secret, resources);
  }

  private static Resource rule(AwsSecurityGroup group, RegionNetwork client) {
    return AwsSecurityGroupRule.admitTcp(
        group.name() + "_from_" + client.vpc().name(),
        group,
        "Clients in " + client.described().region(),
        AuroraDesign.PORT,
        client.vpc().cidr());
  }

  private static Resource instance(AwsRdsCluster cluster, String role) {
    return new AwsRdsClusterInstance(
        cluster.name() + "_" + role, cluster.region(), cluster.identifier() + "-" + role, cluster);
  }
}
