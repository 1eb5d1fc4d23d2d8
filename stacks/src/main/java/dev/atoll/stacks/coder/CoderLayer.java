package dev.atoll.stacks.coder;

import dev.atoll.aws.Region;
import dev.atoll.stacks.aws.AwsEip;
import dev.atoll.stacks.aws.AwsIamRolePolicy;
import dev.atoll.stacks.aws.AwsPartition;
import dev.atoll.stacks.aws.AwsRdsClusterInstance;
import dev.atoll.stacks.aws.AwsRoute;
import dev.atoll.stacks.aws.AwsSecret;
import dev.atoll.stacks.aws.AwsSecurityGroupRule;
import dev.atoll.stacks.aws.Policy;
import dev.atoll.stacks.aws.PolicyStatement;
import dev.atoll.stacks.cluster.RegionCluster;
import dev.atoll.stacks.helm.HelmRelease;
import dev.atoll.stacks.loadbalancer.NlbAnnotations;
import dev.atoll.stacks.network.RegionNetwork;
import dev.atoll.stacks.platform.Foundation;
import dev.atoll.stacks.platform.RegionPlatform;
import dev.atoll.stacks.terraform.Layer;
import dev.atoll.stacks.terraform.Output;
import dev.atoll.stacks.terraform.Resource;
import dev.atoll.stacks.terraform.Template;
import dev.atoll.topology.CoderRegion;
import dev.atoll.topology.ControllerAccount;
import dev.atoll.topology.Topology;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The Coder servers of every Region.
 *
 * @param entrances what stands in front of them, by Region: other layers find load balancers by it
 * @param servers the release of the servers, by Region
 * @param layer its resources and outputs
 */
public record CoderLayer(
    Map<Region, Entrance> entrances, Map<Region, HelmRelease> servers, Layer layer) {

  /** The namespace of the servers, and the name of their release. */
  public static final String NAMESPACE = "coder";

  /** Where Coder says over HTTP that it is well. */
  public static final String HEALTH = "/healthz";

  /** The output by which a root says whether Coder is licensed, for whoever audits it alone. */
  public static final String LICENCE = "coder_licence_status";

  public CoderLayer {
    entrances = Map.copyOf(entrances);
    servers = Map.copyOf(servers);
  }

  /** The servers of a topology. */
  public static CoderLayer of(Topology topology, Foundation on) {
    Map<Region, Entrance> entrances = new LinkedHashMap<>();
    Map<Region, HelmRelease> servers = new LinkedHashMap<>();
    List<Resource> resources = new ArrayList<>(secrets(topology));
    for (CoderRegion described : topology.regions()) {
      Region region = described.region();
      RegionCluster cluster = on.clusters().regions().get(region);
      AwsIamRolePolicy signIn = signIn(region, cluster, on);
      resources.add(signIn);
      ServerValues values =
          new ServerValues(topology, described, cluster.roles().get(ControllerAccount.CODER));
      Entrance entrance = entrance(topology, values, on);
      HelmRelease release = servers(topology, values, entrance, signIn, on);
      entrances.put(region, entrance);
      servers.put(region, release);
      resources.addAll(List.of(entrance.namespace(), entrance.service(), release));
    }
    return new CoderLayer(
        entrances, servers, new Layer("coder", resources, outputs(topology, resources)));
  }

  private static Entrance entrance(Topology topology, ServerValues values, Foundation on) {
    Region region = values.region().region();
    RegionNetwork network = on.network().regions().get(region);
    RegionPlatform platform = on.platform().regions().get(region);
    String name = region.identifier() + "_coder";
    List<AwsEip> addresses = on.addresses().allocations().getOrDefault(name, List.of());
    List<Resource> before = new ArrayList<>(platform.ready());
    before.add(on.database().connectionVersion());
    return Entrance.of(
        name,
        platform.provider(),
        NAMESPACE,
        new NlbAnnotations(
            topology.design().coder().loadBalancer(),
            on.certificates().issued(region),
            network.publicSubnets().stream().map(Resource::id).toList(),
            addresses,
            HEALTH),
        values.carried(on.database().connection().secretName(), login(topology)),
        before);
  }

  private static HelmRelease servers(
      Topology topology,
      ServerValues values,
      Entrance entrance,
      AwsIamRolePolicy signIn,
      Foundation on) {
    Region region = values.region().region();
    List<Resource> before = new ArrayList<>(List.of(entrance.service(), signIn));
    Stream.concat(
            on.database().layer().resources().stream(), on.network().layer().resources().stream())
        .filter(each -> isNeeded(each, on))
        .forEach(before::add);
    return new HelmRelease(
        region.identifier() + "_coder",
        on.platform().regions().get(region).provider(),
        NAMESPACE,
        NAMESPACE,
        CoderChart.of(topology.design().coder().version()),
        values.block(),
        CoderChart.TIMEOUT,
        before);
  }

  /** A server that does not reach its database within a minute gives up. */
  private static boolean isNeeded(Resource each, Foundation on) {
    return (each instanceof AwsRdsClusterInstance instance
            && instance.cluster().equals(on.database().coder()))
        || each instanceof AwsRoute
        || each instanceof AwsSecurityGroupRule;
  }

  /** The servers sign in to the database as its user, wherever they run. */
  private static AwsIamRolePolicy signIn(Region region, RegionCluster cluster, Foundation on) {
    Template user =
        Template.of(
            "arn:",
            new AwsPartition(region.identifier(), region).attribute("partition"),
            ":rds-db:%s:".formatted(on.database().coder().region()),
            on.network().regions().get(region).vpc().attribute("owner_id"),
            ":dbuser:",
            on.database().coder().attribute("cluster_resource_id"),
            "/" + on.database().coder().database());
    return new AwsIamRolePolicy(
        region.identifier() + "_coder_database",
        region,
        cluster.roles().get(ControllerAccount.CODER),
        Policy.of(PolicyStatement.allow("rds-db:connect").on(user)));
  }

  private static String login(Topology topology) {
    return topology.name() + "/coder/login";
  }

  /** Secrets that a person fills: nobody else has what belongs in them. */
  private static List<AwsSecret> secrets(Topology topology) {
    Region home = topology.primary().region();
    List<AwsSecret> secrets = new ArrayList<>();
    if (topology.regions().stream().anyMatch(region -> region.workspaceProxy().isPresent())) {
      secrets.add(
          new AwsSecret(
              home.identifier() + "_coder_api_token",
              home,
              topology.name() + "/coder/api-token",
              "The token of an owner of Coder, with which Terraform registers workspace proxies",
              List.of(),
              7));
    }
    if (topology.design().coder().login().isPresent()) {
      secrets.add(
          new AwsSecret(
              home.identifier() + "_coder_login",
              home,
              login(topology),
              "Ids and secrets of Coder's clients at the login providers, by variable",
              topology.regions().stream()
                  .map(CoderRegion::region)
                  .filter(region -> !region.equals(home))
                  .toList(),
              7));
    }
    return secrets;
  }

  private static List<Output> outputs(Topology topology, List<Resource> resources) {
    return Stream.concat(licence(topology).stream(), resources.stream().flatMap(CoderLayer::filled))
        .toList();
  }

  private static Optional<Output> licence(Topology topology) {
    return topology
        .design()
        .coder()
        .licence()
        .map(
            licence ->
                new Output(
                    LICENCE,
                    "What the topology says of Coder's licence",
                    licence.reason().map("pending: "::concat).orElse("declared")));
  }

  private static Stream<Output> filled(Resource resource) {
    return resource instanceof AwsSecret secret
        ? Stream.of(
            new Output(
                secret.name() + "_arn",
                "To be filled by a person: " + secret.description(),
                secret.attribute("arn")))
        : Stream.empty();
  }
}
