package dev.atoll.stacks.proxy;

import dev.atoll.aws.Region;
import dev.atoll.facts.model.ServedName.Owner;
import dev.atoll.stacks.aws.AwsAcmCertificateLookup;
import dev.atoll.stacks.aws.AwsEip;
import dev.atoll.stacks.aws.AwsEksClusterLookup;
import dev.atoll.stacks.aws.AwsRoute53Zone;
import dev.atoll.stacks.aws.AwsSecret;
import dev.atoll.stacks.aws.AwsSecretHandover;
import dev.atoll.stacks.aws.AwsSecretReading;
import dev.atoll.stacks.coder.CoderChart;
import dev.atoll.stacks.coder.CoderLayer;
import dev.atoll.stacks.coder.Entrance;
import dev.atoll.stacks.coder.Entrance.Carried;
import dev.atoll.stacks.dns.NamesLayer;
import dev.atoll.stacks.helm.HelmProvider;
import dev.atoll.stacks.helm.HelmRelease;
import dev.atoll.stacks.helm.ReleaseWay;
import dev.atoll.stacks.loadbalancer.NlbAnnotations;
import dev.atoll.stacks.terraform.Backend;
import dev.atoll.stacks.terraform.Expression;
import dev.atoll.stacks.terraform.Layer;
import dev.atoll.stacks.terraform.Output;
import dev.atoll.stacks.terraform.Resource;
import dev.atoll.stacks.terraform.Root;
import dev.atoll.topology.CoderRegion;
import dev.atoll.topology.LoadBalancerDesign;
import dev.atoll.topology.PlannedSubnet;
import dev.atoll.topology.Topology;
import dev.atoll.topology.WorkspaceProxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Writes the root of each workspace proxy. It finds what other roots made by name, as the documents
 * do: the cluster, the subnets, and the certificate by the domain of the access URL.
 *
 * <p>The order is that of the documents: the proxy in Coder, then its namespace and the secret with
 * its token, the load balancer with the Region's certificate, and the pods.
 */
public final class ProxyRoots {

  private final Topology topology;
  private final CoderRegion described;
  private final WorkspaceProxy proxy;
  private final Region region;
  private final String key;
  private final List<Resource> resources = new ArrayList<>();

  private ProxyRoots(Topology topology, CoderRegion described, WorkspaceProxy proxy) {
    this.topology = topology;
    this.described = described;
    this.proxy = proxy;
    this.region = described.region();
    this.key = region.identifier() + "_coder_proxy";
  }

  /**
   * The roots of a topology's proxies.
   *
   * @param state where a root keeps its state, by the part of the key that is its own
   * @param tags the tags of everything
   */
  public static List<ProxyRoot> of(
      Topology topology,
      ReleaseWay way,
      Function<String, Backend> state,
      Map<String, String> tags) {
    List<ProxyRoot> roots = new ArrayList<>();
    for (CoderRegion described : topology.regions()) {
      described
          .workspaceProxy()
          .map(proxy -> new ProxyRoots(topology, described, proxy).root(way, state, tags))
          .ifPresent(roots::add);
    }
    return roots;
  }

  private ProxyRoot root(
      ReleaseWay way, Function<String, Backend> state, Map<String, String> tags) {
    CoderdWorkspaceProxy entry = entry();
    AwsSecret secret = secret();
    Resource token =
        add(
            new AwsSecretHandover(
                key,
                region,
                secret,
                new Expression(
                    "jsonencode({%s = %s})".formatted(ProxyValues.TOKEN, entry.token().text())),
                1));
    HelmProvider cluster =
        new HelmProvider(
            add(new AwsEksClusterLookup(region.identifier(), region, described.cluster())), way);
    Entrance entrance =
        Entrance.of(
            key,
            cluster,
            WorkspaceProxy.NAMESPACE,
            annotations(),
            List.of(
                new Carried(WorkspaceProxy.TOKEN, secret.secretName(), List.of(ProxyValues.TOKEN))),
            List.of(entry, token));
    add(entrance.namespace());
    add(entrance.service());
    String version = topology.design().coder().version();
    add(
        new HelmRelease(
            key,
            cluster,
            WorkspaceProxy.NAMESPACE,
            WorkspaceProxy.NAMESPACE,
            CoderChart.of(version),
            new ProxyValues(topology, proxy).block(),
            CoderChart.TIMEOUT,
            List.of(entry, token, entrance.namespace(), entrance.service())));
    AwsRoute53Zone zone = add(new AwsRoute53Zone("main", region, topology.domain()));
    NamesLayer.ofProxy(topology, zone, entrance.balanced(region, Owner.WORKSPACE_PROXY))
        .forEach(this::add);
    String place = WorkspaceProxy.NAMESPACE + "/" + region;
    Layer layer = new Layer(place, resources, awaits(proxy.awaits()));
    Root root =
        new Root(
            "%s-%s-%s".formatted(topology.name(), WorkspaceProxy.NAMESPACE, region),
            state.apply(place),
            tags,
            layer.resources(),
            layer.outputs());
    return new ProxyRoot(root.in(topology.design().account()), proxy.awaits());
  }

  private CoderdWorkspaceProxy entry() {
    Region home = topology.primary().region();
    AwsSecretReading token =
        add(
            new AwsSecretReading(
                home.identifier() + "_coder_api_token",
                home,
                topology.name() + "/coder/api-token"));
    return add(
        new CoderdWorkspaceProxy(
            region.identifier(),
            new CoderdProvider(region, "https://" + topology.domain(), token),
            proxy));
  }

  private AwsSecret secret() {
    return add(
        new AwsSecret(
            key,
            region,
            "%s/%s/%s-token".formatted(topology.name(), WorkspaceProxy.NAMESPACE, proxy.name()),
            "With which the workspace proxy %s registers".formatted(proxy.displayName()),
            List.of(),
            7));
  }

  private NlbAnnotations annotations() {
    LoadBalancerDesign design = topology.design().coder().loadBalancer();
    AwsAcmCertificateLookup certificate =
        add(new AwsAcmCertificateLookup(region.identifier(), region, topology.domain()));
    List<AwsEip> addresses = new ArrayList<>();
    List<String> subnets = new ArrayList<>();
    for (PlannedSubnet subnet : described.publicSubnets()) {
      subnets.add(subnet.tags().get("Name"));
      if (design.staticAddresses()) {
        addresses.add(
            add(
                new AwsEip(
                    key + "_" + subnet.zoneLetter(),
                    region,
                    Optional.empty(),
                    Map.of(
                        "Name",
                        "%s-%s-%s"
                            .formatted(
                                described.cluster(),
                                WorkspaceProxy.NAMESPACE,
                                subnet.zoneLetter())))));
      }
    }
    return new NlbAnnotations(design, certificate.arn(), subnets, addresses, CoderLayer.HEALTH);
  }

  private static List<Output> awaits(Optional<String> reason) {
    return reason.stream()
        .map(why -> new Output(ProxyRoot.AWAITS, "Not to be applied as long as this holds", why))
        .toList();
  }

  private <R extends Resource> R add(R resource) {
    resources.add(resource);
    return resource;
  }
}
