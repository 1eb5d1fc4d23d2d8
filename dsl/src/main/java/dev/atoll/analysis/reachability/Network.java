package dev.atoll.analysis.reachability;

import dev.atoll.aws.Cidr;
import dev.atoll.aws.Region;
import dev.atoll.facts.Fact;
import dev.atoll.facts.Facts;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Seen;
import dev.atoll.facts.Truth;
import dev.atoll.facts.Value;
import dev.atoll.facts.network.Egress;
import dev.atoll.facts.network.Ingress;
import dev.atoll.facts.network.NetworkAcl;
import dev.atoll.facts.network.NetworkAclEntry;
import dev.atoll.facts.network.PodSourceAddress;
import dev.atoll.facts.network.Route;
import dev.atoll.facts.network.RouteTable;
import dev.atoll.facts.network.RouteTableAssociation;
import dev.atoll.facts.network.SecurityGroup;
import dev.atoll.facts.network.Subnet;
import dev.atoll.facts.network.Vpc;
import dev.atoll.facts.network.VpcPeering;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The network facts of a deployment, indexed once, so that many questions are cheap. */
record Network(
    Map<Ref, Vpc> vpcs,
    Map<Ref, Subnet> subnets,
    Map<Ref, SecurityGroup> groups,
    Shelf<Subnet> subnetsByVpc,
    Shelf<RouteTable> tables,
    Shelf<RouteTableAssociation> associations,
    Shelf<Route> routes,
    Seen<VpcPeering> peerings,
    Shelf<Ingress> ingress,
    Shelf<Egress> egress,
    Shelf<NetworkAcl> acls,
    Shelf<NetworkAclEntry> entries,
    Seen<PodSourceAddress> podSources) {

  static Network of(Facts facts) {
    Seen<Subnet> subnets = facts.all(Subnet.class);
    return new Network(
        byRef(facts.all(Vpc.class), Vpc::ref),
        byRef(subnets, Subnet::ref),
        byRef(facts.all(SecurityGroup.class), SecurityGroup::ref),
        Shelf.of(subnets, Subnet::vpc),
        Shelf.of(facts.all(RouteTable.class), RouteTable::vpc),
        Shelf.of(facts.all(RouteTableAssociation.class), RouteTableAssociation::subnet),
        Shelf.of(facts.all(Route.class), Route::table),
        facts.all(VpcPeering.class),
        Shelf.of(facts.all(Ingress.class), Ingress::group),
        Shelf.of(facts.all(Egress.class), Egress::group),
        Shelf.of(facts.all(NetworkAcl.class), NetworkAcl::vpc),
        Shelf.of(facts.all(NetworkAclEntry.class), NetworkAclEntry::acl),
        facts.all(PodSourceAddress.class));
  }

  private static <F extends Fact> Map<Ref, F> byRef(Seen<F> seen, Function<F, Ref> ref) {
    return seen.stream().collect(Collectors.toMap(ref, Function.identity(), (a, b) -> a));
  }

  Value<Region> region(Ref vpc) {
    return Optional.ofNullable(vpcs.get(vpc))
        .map(Vpc::region)
        .orElseGet(() -> Value.unknown("which Region " + vpc + " is in"));
  }

  /** The VPC's IPv4 blocks. */
  Value<List<Cidr>> cidrs(Ref vpc) {
    return Optional.ofNullable(vpcs.get(vpc))
        .map(Vpc::cidrs)
        .orElseGet(() -> Value.unknown("the addresses of " + vpc))
        .map(all -> all.stream().filter(cidr -> cidr.width() == 32).toList());
  }

  /**
   * The route table that serves a subnet: its own or else the VPC's main one. Empty when the main
   * one was not listed by a complete listing: nobody has touched it, it knows the local route
   * alone.
   */
  Value<Optional<Ref>> tableOf(Ref subnet, Ref vpc) {
    List<RouteTableAssociation> own = associations.under(subnet);
    if (!own.isEmpty()) {
      return own.get(0).table().map(Optional::of);
    }
    if (associations.mayHaveMore().isPresent()) {
      return Value.unknown(
          "which route table serves %s: %s".formatted(subnet, associations.mayHaveMore().get()));
    }
    return mainTable(vpc);
  }

  Value<Optional<Ref>> mainTable(Ref vpc) {
    for (RouteTable table : tables.under(vpc)) {
      Truth main = table.main().is(Boolean::booleanValue);
      if (main.isYes()) {
        return Value.known(Optional.of(table.ref()));
      }
      if (main.isOpen()) {
        return Value.unknown("whether " + table.ref() + " is the main route table of " + vpc);
      }
    }
    return tables
        .mayHaveMore()
        .<Value<Optional<Ref>>>map(
            why -> Value.unknown("the main route table of %s: %s".formatted(vpc, why)))
        .orElseGet(() -> Value.known(Optional.empty()));
  }

  /** Whether the pods of a cluster keep their own source address outside their VPC. */
  Truth keepsPodAddress(String cluster) {
    for (PodSourceAddress setting : podSources.facts()) {
      Truth same = setting.cluster().is(cluster::equals);
      if (!same.isNo()) {
        return same.and(setting.kept().is(Boolean::booleanValue));
      }
    }
    return podSources.gap().map(Truth::open).orElse(Truth.NO);
  }
}
