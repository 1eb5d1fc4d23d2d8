package dev.atoll.stacks;

import dev.atoll.facts.model.ServedName.Owner;
import dev.atoll.stacks.cache.CacheLayer;
import dev.atoll.stacks.certificate.CertificateLayer;
import dev.atoll.stacks.cluster.ClusterLayer;
import dev.atoll.stacks.coder.CoderLayer;
import dev.atoll.stacks.database.DatabaseLayer;
import dev.atoll.stacks.dns.BalancedService;
import dev.atoll.stacks.dns.NamesLayer;
import dev.atoll.stacks.helm.ReleaseWay;
import dev.atoll.stacks.layout.Layout;
import dev.atoll.stacks.layout.Partition;
import dev.atoll.stacks.litellm.LiteLlmLayer;
import dev.atoll.stacks.loadbalancer.AddressLayer;
import dev.atoll.stacks.network.NetworkLayer;
import dev.atoll.stacks.platform.Foundation;
import dev.atoll.stacks.platform.PlatformLayer;
import dev.atoll.stacks.proxy.ProxyRoot;
import dev.atoll.stacks.proxy.ProxyRoots;
import dev.atoll.stacks.state.StateBucketRoot;
import dev.atoll.stacks.terraform.Backend;
import dev.atoll.stacks.terraform.Layer;
import dev.atoll.stacks.terraform.Resource;
import dev.atoll.stacks.terraform.Root;
import dev.atoll.stacks.workspaces.WorkspacesLayer;
import dev.atoll.topology.StateStore;
import dev.atoll.topology.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What a topology becomes in Terraform.
 *
 * @param layout how it is cut into roots
 * @param parts the roots that make the deployment, in the order in which they are applied; exactly
 *     one when the layout is {@link Layout#SINGLE}
 * @param bootstrap the root that makes the bucket for the state, applied once before; not there
 *     when the state is kept in a file
 * @param proxies the roots of workspace proxies, applied after the parts unless they wait
 */
public record Deployment(
    Layout layout, List<Root> parts, List<Root> bootstrap, List<ProxyRoot> proxies) {

  public Deployment {
    proxies = List.copyOf(proxies);
    parts = List.copyOf(parts);
    bootstrap = List.copyOf(bootstrap);
    if (layout == Layout.SINGLE && parts.size() != 1) {
      throw new IllegalArgumentException("one root was expected, not " + parts.size());
    }
  }

  /** A deployment in one root with its state in S3. */
  public static Deployment of(Topology topology) {
    return of(topology, Layout.SINGLE);
  }

  /** A deployment with its state in S3, as the documents have it. */
  public static Deployment of(Topology topology, Layout layout) {
    return of(topology, layout, ReleaseWay.PROVIDER);
  }

  /** A deployment with its state in S3, whose releases are made in that way. */
  public static Deployment of(Topology topology, Layout layout, ReleaseWay way) {
    StateStore store = topology.design().state();
    return new Deployment(
        layout,
        parts(
            topology,
            layout,
            way,
            folder ->
                new Backend.S3(store.bucket(), folder + "/terraform.tfstate", store.region())),
        List.of(StateBucketRoot.of(topology, tags(topology))),
        proxies(
            topology,
            way,
            folder ->
                new Backend.S3(store.bucket(), folder + "/terraform.tfstate", store.region())));
  }

  /** A deployment in one root with its state in a file beside it, for trying things out. */
  public static Deployment withLocalState(Topology topology) {
    return withLocalState(topology, Layout.SINGLE);
  }

  /** A deployment with the state of each root in a file beside it, for trying things out. */
  public static Deployment withLocalState(Topology topology, Layout layout) {
    return withLocalState(topology, layout, ReleaseWay.PROVIDER);
  }

  /** A deployment for trying things out, whose releases are made in that way. */
  public static Deployment withLocalState(Topology topology, Layout layout, ReleaseWay way) {
    Backend beside = new Backend.Local("terraform.tfstate");
    return new Deployment(
        layout,
        parts(topology, layout, way, folder -> beside),
        List.of(),
        proxies(topology, way, folder -> beside));
  }

  private static List<Root> parts(
      Topology topology, Layout layout, ReleaseWay way, Function<String, Backend> state) {
    List<Layer> layers = layers(topology, way);
    String name = topology.name();
    List<Root> roots =
        layout == Layout.LAYERED
            ? Partition.of(name, layers, place -> state.apply(name + "/" + place), tags(topology))
            : List.of(
                new Root(
                    name,
                    state.apply(name),
                    tags(topology),
                    layers.stream().flatMap(layer -> layer.resources().stream()).toList(),
                    layers.stream().flatMap(layer -> layer.outputs().stream()).toList()));
    return roots.stream().map(root -> root.in(topology.design().account())).toList();
  }

  /** Every layer, each after those that it stands on. */
  private static List<Layer> layers(Topology topology, ReleaseWay way) {
    NetworkLayer network = NetworkLayer.of(topology);
    ClusterLayer cluster = ClusterLayer.of(topology, network);
    AddressLayer addresses = AddressLayer.of(topology, network);
    CertificateLayer certificates = CertificateLayer.of(topology);
    PlatformLayer platform = PlatformLayer.of(network, cluster, way);
    DatabaseLayer database = DatabaseLayer.of(topology, network);
    CacheLayer cache = CacheLayer.of(topology, network);
    Foundation foundation =
        new Foundation(network, cluster, addresses, certificates, platform, database, cache);
    LiteLlmLayer liteLlm = LiteLlmLayer.of(topology, foundation);
    CoderLayer coder = CoderLayer.of(topology, foundation);
    return List.of(
        network.layer(),
        cluster.layer(),
        addresses.layer(),
        certificates.layer(),
        platform.layer(),
        database.layer(),
        cache.layer(),
        coder.layer(),
        liteLlm.layer(),
        WorkspacesLayer.of(topology, platform, liteLlm).layer(),
        NamesLayer.of(topology, certificates.zone(), balanced(coder, liteLlm)).layer());
  }

  /** Every Service that names lead to. */
  private static List<BalancedService> balanced(CoderLayer coder, LiteLlmLayer liteLlm) {
    List<BalancedService> services = new ArrayList<>();
    new TreeMap<>(coder.entrances())
        .forEach((region, entrance) -> services.add(entrance.balanced(region, Owner.CODER)));
    new TreeMap<>(liteLlm.entrances())
        .forEach((region, entrance) -> services.add(entrance.balanced(region, Owner.LITELLM)));
    return services;
  }

  private static Map<String, String> tags(Topology topology) {
    return Map.of("atoll:topology", topology.name());
  }

  /** The addresses of what its parts make, and their outputs as {@code output.NAME}. */
  public List<String> addresses() {
    return Stream.concat(parts.stream(), proxyRoots(false).stream())
        .flatMap(
            root ->
                Stream.concat(
                    root.resources().stream().map(Resource::address),
                    root.outputs().stream().map(output -> "output." + output.name())))
        .toList();
  }

  private static List<ProxyRoot> proxies(
      Topology topology, ReleaseWay way, Function<String, Backend> state) {
    return ProxyRoots.of(
        topology, way, place -> state.apply(topology.name() + "/" + place), tags(topology));
  }

  /** Every root that is applied now, in order; what waits is not among them. */
  public List<Root> roots() {
    return Stream.of(bootstrap, parts, proxyRoots(false)).flatMap(List::stream).toList();
  }

  /** The roots of workspace proxies that wait, or of those that do not. */
  public List<Root> proxyRoots(boolean waiting) {
    return proxies.stream()
        .filter(proxy -> proxy.awaits().isPresent() == waiting)
        .map(ProxyRoot::root)
        .toList();
  }
}
