package dev.atoll.itest.twin;

import dev.atoll.analysis.reachability.Path;
import dev.atoll.analysis.reachability.Reachability;
import dev.atoll.aws.Cidr;
import dev.atoll.facts.Facts;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Source;
import dev.atoll.facts.Value;
import dev.atoll.facts.database.DatabaseCluster;
import dev.atoll.facts.loadbalancer.LoadBalancer;
import dev.atoll.facts.network.NodeInterfaces;
import dev.atoll.facts.network.Vpc;
import dev.atoll.itest.twin.network.Host;
import dev.atoll.itest.twin.network.Passage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a deployment's network lets through: between VPCs what the analysis of the facts says for
 * certain, into a load balancer what its scheme and its security groups admit, into a VPC from the
 * internet nothing else.
 */
final class DeploymentPassage implements Passage {

  private final Facts facts;
  private final Reachability reachability;
  private final SecurityGroupRules rules;
  private final Map<Ref, NodeInterfaces> nodes;
  private final Map<Host, LoadBalancer> balancers;

  /**
   * The network of some facts.
   *
   * @param database the database cluster that stands in the twin
   * @param balancers whose part a host is
   */
  DeploymentPassage(
      Facts facts, Optional<DatabaseCluster> database, Map<Host, LoadBalancer> balancers) {
    this.balancers = Map.copyOf(balancers);
    List<NodeInterfaces> more = new ArrayList<>();
    database.ifPresent(cluster -> interfaces(facts, cluster).ifPresent(more::add));
    this.facts = facts.and(more);
    this.reachability = Reachability.over(this.facts);
    this.rules = SecurityGroupRules.of(this.facts);
    this.nodes =
        this.facts.all(NodeInterfaces.class).stream()
            .collect(Collectors.toMap(NodeInterfaces::ref, each -> each, (a, b) -> a));
  }

  /**
   * The interfaces of a database. Its subnets are not among the facts; they are taken to be those
   * of the nodes beside it, which are as private.
   */
  private static Optional<NodeInterfaces> interfaces(Facts facts, DatabaseCluster cluster) {
    return cluster
        .region()
        .asOptional()
        .flatMap(
            region ->
                facts.all(NodeInterfaces.class).stream()
                    .filter(
                        each ->
                            each.vpc()
                                .asOptional()
                                .flatMap(vpc -> facts.find(Vpc.class, vpc))
                                .filter(vpc -> vpc.region().is(region::equals).isYes())
                                .isPresent())
                    .findFirst())
        .map(
            beside ->
                new NodeInterfaces(
                    new Source(cluster.source().origin(), cluster.source().place()),
                    cluster.ref(),
                    Value.known("the database " + cluster.identifier().show()),
                    beside.vpc(),
                    beside.subnets(),
                    cluster.groups()));
  }

  @Override
  public Optional<String> obstacle(Host from, Host to, int port) {
    if (balancers.containsKey(to)) {
      return entrance(from, balancers.get(to), port);
    }
    if (to.nodes().isEmpty()) {
      return Optional.empty();
    }
    if (from.nodes().isEmpty()) {
      return Optional.of("%s stands in a VPC, where nothing from outside gets".formatted(to));
    }
    return between(from.nodes().get(), to.nodes().get(), port);
  }

  private Optional<String> between(Ref from, Ref to, int port) {
    NodeInterfaces a = nodes.get(from);
    NodeInterfaces b = nodes.get(to);
    if (from.equals(to)) {
      return Optional.empty();
    }
    if (a == null || b == null) {
      return Optional.of("%s is not there any more".formatted(a == null ? from : to));
    }
    if (a.cluster().equals(b.cluster())) {
      return Optional.empty();
    }
    Path path = reachability.ask(a, b, port);
    return path.works().isYes()
        ? Optional.empty()
        : Optional.of(
            String.join(
                "; ",
                path.works().isOpen()
                    ? path.works().open()
                    : path.obstacles().stream().map(each -> each.text()).toList()));
  }

  /** The load balancer as it is now; as it was when somebody took it out of the facts. */
  private LoadBalancer now(LoadBalancer balancer) {
    return facts.find(LoadBalancer.class, balancer.ref()).orElse(balancer);
  }

  private Optional<String> entrance(Host from, LoadBalancer read, int port) {
    LoadBalancer balancer = now(read);
    if (balancer.scheme().equals("internal") && from.nodes().isEmpty()) {
      return Optional.of(balancer.dnsName() + " is internal");
    }
    // Pods come out of their VPC with a public address too, so their own says nothing here.
    return balancer.groups().isEmpty()
            || rules.admit(balancer.groups(), port, Set.of(single(from)), Set.of())
        ? Optional.empty()
        : Optional.of(
            "no security group of %s admits %s at port %d"
                .formatted(balancer.dnsName(), from, port));
  }

  /**
   * Why a target drops what a load balancer sends.
   *
   * @param client whose address it carries, if not the load balancer's
   */
  Optional<String> atTarget(LoadBalancer read, Host target, int port, Optional<Cidr> client) {
    LoadBalancer balancer = now(read);
    NodeInterfaces at = target.nodes().map(nodes::get).orElse(null);
    if (at == null) {
      return Optional.empty();
    }
    Set<Ref> groups = at.groups().asOptional().orElse(Set.of());
    List<Cidr> from = client.map(List::of).orElseGet(() -> addresses(balancer));
    return rules.admit(groups, port, from, balancer.groups())
        ? Optional.empty()
        : Optional.of(
            "no security group of %s admits %s at port %d"
                .formatted(
                    target, client.map(each -> "clients").orElse("the load balancer"), port));
  }

  private List<Cidr> addresses(LoadBalancer balancer) {
    return balancer.zones().stream()
        .flatMap(
            zone ->
                facts
                    .find(dev.atoll.facts.network.Subnet.class, zone.subnet())
                    .flatMap(subnet -> subnet.cidr().asOptional())
                    .stream())
        .toList();
  }

  static Cidr single(Host host) {
    return Cidr.parse(host.address().getHostAddress() + "/32");
  }
}
