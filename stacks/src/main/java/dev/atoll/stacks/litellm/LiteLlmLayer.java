package dev.atoll.stacks.litellm;

import dev.atoll.aws.Region;
import dev.atoll.facts.litellm.LiteLlmExposure.Way;
import dev.atoll.stacks.aws.AwsElastiCacheReplicationGroup;
import dev.atoll.stacks.aws.AwsElastiCacheUser;
import dev.atoll.stacks.aws.AwsIamRolePolicy;
import dev.atoll.stacks.aws.AwsPartition;
import dev.atoll.stacks.aws.AwsRdsCluster;
import dev.atoll.stacks.aws.AwsRdsClusterInstance;
import dev.atoll.stacks.aws.AwsSecretVersion;
import dev.atoll.stacks.aws.Policy;
import dev.atoll.stacks.aws.PolicyStatement;
import dev.atoll.stacks.coder.Entrance;
import dev.atoll.stacks.helm.Chart;
import dev.atoll.stacks.helm.HelmRelease;
import dev.atoll.stacks.helm.OwnChart;
import dev.atoll.stacks.loadbalancer.NlbAnnotations;
import dev.atoll.stacks.network.RegionNetwork;
import dev.atoll.stacks.platform.Foundation;
import dev.atoll.stacks.platform.RegionPlatform;
import dev.atoll.stacks.terraform.Layer;
import dev.atoll.stacks.terraform.Resource;
import dev.atoll.stacks.terraform.Template;
import dev.atoll.topology.CoderRegion;
import dev.atoll.topology.ControllerAccount;
import dev.atoll.topology.LiteLlmDesign;
import dev.atoll.topology.Topology;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * LiteLLM, where it runs: its keys, what it may do with its stores, its entrance and its pods.
 *
 * @param entrances what stands in front of it, by Region; none where it is internal
 * @param releases its release, by Region
 * @param layer its resources
 */
public record LiteLlmLayer(
    Map<Region, Entrance> entrances, Map<Region, HelmRelease> releases, Layer layer) {

  /** Its namespace, and the name of its release. */
  public static final String NAMESPACE = "litellm";

  private static final OwnChart CHART =
      new OwnChart(
          "litellm",
          List.of(
              "Chart.yaml",
              "values.yaml",
              "files/rotate.py",
              "templates/_names.tpl",
              "templates/accounts.yaml",
              "templates/budget.yaml",
              "templates/config.yaml",
              "templates/deployment.yaml",
              "templates/policy.yaml",
              "templates/rotation.yaml",
              "templates/secrets.yaml",
              "templates/service.yaml"));

  /** Where LiteLLM says over HTTP that it is ready. */
  private static final String HEALTH = "/health/readiness";

  /** Migrations first, then one pod after the other, each with the time it takes to end. */
  private static final Duration TIMEOUT = Duration.ofMinutes(30);

  public LiteLlmLayer {
    entrances = Map.copyOf(entrances);
    releases = Map.copyOf(releases);
  }

  /** The LiteLLMs of a topology. */
  public static LiteLlmLayer of(Topology topology, Foundation on) {
    Map<Region, Entrance> entrances = new LinkedHashMap<>();
    Map<Region, HelmRelease> releases = new LinkedHashMap<>();
    List<Resource> resources = new ArrayList<>();
    for (CoderRegion home : topology.regions()) {
      home.liteLlm()
          .ifPresent(
              liteLlm -> {
                LiteLlmSecrets secrets = LiteLlmSecrets.of(topology, home, liteLlm);
                AwsIamRolePolicy signIn = signIn(home.region(), on);
                List<Resource> before = before(home.region(), on);
                before.addAll(secrets.resources());
                before.add(signIn);
                resources.addAll(secrets.resources());
                resources.add(signIn);
                if (liteLlm.way() != Way.INTERNAL) {
                  Entrance entrance = entrance(topology, home.region(), on);
                  entrances.put(home.region(), entrance);
                  resources.addAll(List.of(entrance.namespace(), entrance.service()));
                  before.add(entrance.service());
                }
                HelmRelease release = release(topology, home, liteLlm, on, before);
                releases.put(home.region(), release);
                resources.add(release);
              });
    }
    return new LiteLlmLayer(entrances, releases, new Layer("litellm", resources, List.of()));
  }

  private static Entrance entrance(Topology topology, Region region, Foundation on) {
    RegionPlatform platform = on.platform().regions().get(region);
    String name = region.identifier() + "_litellm";
    return Entrance.of(
        name,
        platform.provider(),
        NAMESPACE,
        new NlbAnnotations(
            topology.design().coder().loadBalancer(),
            on.certificates().issued(region),
            on.network().regions().get(region).publicSubnets().stream().map(Resource::id).toList(),
            on.addresses().allocations().getOrDefault(name, List.of()),
            HEALTH),
        List.of(),
        platform.ready());
  }

  private static HelmRelease release(
      Topology topology,
      CoderRegion home,
      LiteLlmDesign liteLlm,
      Foundation on,
      List<Resource> before) {
    return new HelmRelease(
        home.region().identifier() + "_litellm",
        on.platform().regions().get(home.region()).provider(),
        NAMESPACE,
        NAMESPACE,
        new Chart.Own(CHART),
        new LiteLlmValues(
                topology, home, liteLlm, on.clusters().regions().get(home.region()).roles())
            .block(),
        TIMEOUT,
        before);
  }

  /** It starts with migrations, so its stores must be there, and it must find them. */
  private static List<Resource> before(Region region, Foundation on) {
    List<Resource> before = new ArrayList<>(on.platform().regions().get(region).ready());
    stores(on, region)
        .filter(
            each ->
                each instanceof AwsRdsClusterInstance
                    || each instanceof AwsElastiCacheReplicationGroup
                    || each instanceof AwsSecretVersion)
        .forEach(before::add);
    return before;
  }

  /** It signs in to its database and to its cache as their users, with tokens of its role. */
  private static AwsIamRolePolicy signIn(Region region, Foundation on) {
    RegionNetwork network = on.network().regions().get(region);
    AwsRdsCluster database = store(on, region, AwsRdsCluster.class);
    Template user =
        Template.of(
            "arn:",
            new AwsPartition(region.identifier(), region).attribute("partition"),
            ":rds-db:%s:".formatted(region),
            network.vpc().attribute("owner_id"),
            ":dbuser:",
            database.attribute("cluster_resource_id"),
            "/" + database.database());
    return new AwsIamRolePolicy(
        region.identifier() + "_litellm_stores",
        region,
        on.clusters().regions().get(region).roles().get(ControllerAccount.LITELLM),
        "stores",
        Policy.of(
            PolicyStatement.allow("rds-db:connect").on(user),
            PolicyStatement.allow("elasticache:Connect")
                .on(
                    store(on, region, AwsElastiCacheReplicationGroup.class).attribute("arn"),
                    store(on, region, AwsElastiCacheUser.class).attribute("arn"))));
  }

  private static Stream<Resource> stores(Foundation on, Region region) {
    return Stream.concat(
            on.database().layer().resources().stream(), on.cache().layer().resources().stream())
        .filter(each -> each.region().equals(region))
        .filter(each -> each.name().startsWith(region.identifier() + "_litellm"));
  }

  private static <R extends Resource> R store(Foundation on, Region region, Class<R> type) {
    return stores(on, region).filter(type::isInstance).map(type::cast).findFirst().orElseThrow();
  }
}
