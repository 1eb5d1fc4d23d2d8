package dev.atoll.stacks.cache;

import dev.atoll.aws.Region;
import dev.atoll.stacks.aws.AwsElastiCacheReplicationGroup;
import dev.atoll.stacks.aws.AwsElastiCacheSubnetGroup;
import dev.atoll.stacks.aws.AwsElastiCacheUser;
import dev.atoll.stacks.aws.AwsElastiCacheUserGroup;
import dev.atoll.stacks.aws.AwsSecret;
import dev.atoll.stacks.aws.AwsSecretVersion;
import dev.atoll.stacks.aws.AwsSecurityGroup;
import dev.atoll.stacks.aws.AwsSecurityGroupRule;
import dev.atoll.stacks.network.NetworkLayer;
import dev.atoll.stacks.network.NodeSecurity;
import dev.atoll.stacks.network.RegionNetwork;
import dev.atoll.stacks.terraform.Layer;
import dev.atoll.stacks.terraform.Output;
import dev.atoll.stacks.terraform.Resource;
import dev.atoll.stacks.terraform.Template;
import dev.atoll.topology.CacheDesign;
import dev.atoll.topology.CoderRegion;
import dev.atoll.topology.LiteLlmDesign;
import dev.atoll.topology.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * LiteLLM's cache, reached by the nodes of its Region and by nobody else.
 *
 * <p>LiteLLM signs in with IAM. An auth token, or a password of a cache user, would be in the
 * Terraform state: provider 5.100 has no write-only argument for either.
 *
 * @param layer its resources and outputs
 * @see <a href="https://docs.litellm.ai/docs/proxy/elasticache_iam">LiteLLM, ElastiCache IAM
 *     authentication</a>
 */
public record CacheLayer(Layer layer) {

  /** The caches of a topology. */
  public static CacheLayer of(Topology topology, NetworkLayer network) {
    List<Resource> resources = new ArrayList<>();
    List<Output> outputs = new ArrayList<>();
    for (CoderRegion region : topology.regions()) {
      region
          .liteLlm()
          .ifPresent(
              liteLlm -> {
                AwsElastiCacheReplicationGroup cache =
                    add(topology.name(), liteLlm, region.region(), network, resources);
                outputs.add(
                    new Output(
                        cache.name() + "_cache_endpoint",
                        "LiteLLM's cache in " + region.region(),
                        cache.endpoint()));
              });
    }
    return new CacheLayer(new Layer("cache", resources, outputs));
  }

  private static AwsElastiCacheReplicationGroup add(
      String topology,
      LiteLlmDesign liteLlm,
      Region region,
      NetworkLayer network,
      List<Resource> resources) {
    CacheDesign design = liteLlm.cache();
    RegionNetwork home = network.regions().get(region);
    String name = region.identifier() + "_litellm";
    String identifier = topology + "-litellm";
    AwsSecurityGroup group = group(name, identifier, home);
    AwsElastiCacheSubnetGroup subnets =
        new AwsElastiCacheSubnetGroup(name, region, identifier, home.privateSubnets());
    AwsElastiCacheUser user = new AwsElastiCacheUser(name, region, identifier);
    AwsElastiCacheUserGroup users = new AwsElastiCacheUserGroup(name, region, identifier, user);
    AwsElastiCacheReplicationGroup cache =
        new AwsElastiCacheReplicationGroup(
            name,
            region,
            identifier,
            "The cache of LiteLLM",
            design.nodeType(),
            design.clusterMode(),
            CacheDesign.PORT,
            subnets,
            group,
            users);
    AwsSecret secret =
        new AwsSecret(
            name + "_cache",
            region,
            topology + "/litellm/cache",
            "Where LiteLLM finds its cache; holds no password",
            List.of(),
            liteLlm.database().throwAway() ? 0 : 7);
    resources.addAll(List.of(group, admitNodes(group, network.nodes().get(region))));
    resources.addAll(List.of(subnets, user, users, cache, secret));
    resources.add(new AwsSecretVersion(secret.name(), region, secret, content(cache)));
    return cache;
  }

  private static AwsSecurityGroup group(String name, String identifier, RegionNetwork home) {
    return new AwsSecurityGroup(
        name + "_cache",
        home.described().region(),
        home.vpc(),
        identifier + "-cache",
        "The cache of LiteLLM",
        Map.of("Name", identifier + "-cache"));
  }

  private static Resource admitNodes(AwsSecurityGroup group, NodeSecurity nodes) {
    return AwsSecurityGroupRule.admitTcpFromGroup(
        group.name() + "_from_nodes",
        group.region(),
        group.id(),
        "LiteLLM's pods",
        CacheDesign.PORT,
        nodes.group().id());
  }

  private static Template content(AwsElastiCacheReplicationGroup cache) {
    String start =
        cache.clusterMode()
            ? "{\"REDIS_CLUSTER_NODES\":\"[{\\\"host\\\":\\\""
            : "{\"REDIS_HOST\":\"";
    String end =
        cache.clusterMode()
            ? "\\\",\\\"port\\\":%d}]\"".formatted(cache.port())
            : "\",\"REDIS_PORT\":\"%d\"".formatted(cache.port());
    return Template.of(
        start,
        cache.endpoint(),
        end
            + (",\"REDIS_SSL\":\"True\",\"REDIS_AWS_IAM_AUTH\":\"True\",\"REDIS_AWS_IAM_USER_NAME\":\"%s\","
                   + "\"REDIS_AWS_IAM_CACHE_NAME\":\"%s\",\"REDIS_AWS_IAM_REGION\":\"%s\"}")
                .formatted(cache.identifier(), cache.identifier(), cache.region()));
  }
}
