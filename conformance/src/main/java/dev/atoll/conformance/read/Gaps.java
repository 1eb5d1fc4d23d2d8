package dev.atoll.conformance.read;

import dev.atoll.conformance.read.aws.ResourceReader;
import dev.atoll.conformance.read.aws.ResourceReaders;
import dev.atoll.conformance.read.resource.Resource;
import dev.atoll.conformance.read.resource.Root;
import dev.atoll.facts.Fact;
import dev.atoll.facts.Facts.Gap;
import dev.atoll.facts.Origin;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Value;
import dev.atoll.facts.cluster.EksCluster;
import dev.atoll.facts.helm.HelmProvider;
import dev.atoll.facts.iam.OidcProvider;
import dev.atoll.facts.iam.Role;
import dev.atoll.facts.network.Egress;
import dev.atoll.facts.network.Ingress;
import dev.atoll.facts.network.NetworkAcl;
import dev.atoll.facts.network.NetworkAclEntry;
import dev.atoll.facts.network.NodeInterfaces;
import dev.atoll.facts.network.Route;
import dev.atoll.facts.network.RouteTable;
import dev.atoll.facts.network.RouteTableAssociation;
import dev.atoll.facts.network.SecurityGroup;
import dev.atoll.facts.network.Subnet;
import dev.atoll.facts.network.Vpc;
import dev.atoll.facts.network.VpcPeering;
import dev.atoll.facts.state.StateBackend;
import dev.atoll.facts.tls.Certificate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a root does not show. A root is complete for itself; where it looks something up that is
 * described elsewhere, there is more than it shows.
 */
final class Gaps {

  /** What the thing behind a data source carries that this root does not show. */
  private static final Map<String, Set<Class<? extends Fact>>> ELSEWHERE =
      Map.ofEntries(
          Map.entry("aws_vpc", network()),
          Map.entry("aws_vpcs", network()),
          Map.entry(
              "aws_subnet", Set.of(Subnet.class, RouteTableAssociation.class, NetworkAcl.class)),
          Map.entry(
              "aws_subnets", Set.of(Subnet.class, RouteTableAssociation.class, NetworkAcl.class)),
          Map.entry(
              "aws_route_table",
              Set.of(RouteTable.class, Route.class, RouteTableAssociation.class)),
          Map.entry(
              "aws_route_tables",
              Set.of(RouteTable.class, Route.class, RouteTableAssociation.class)),
          Map.entry("aws_security_group", Set.of(SecurityGroup.class, Ingress.class, Egress.class)),
          Map.entry(
              "aws_security_groups", Set.of(SecurityGroup.class, Ingress.class, Egress.class)),
          Map.entry("aws_vpc_peering_connection", Set.of(VpcPeering.class, Route.class)),
          Map.entry(
              "aws_eks_cluster",
              Set.of(EksCluster.class, NodeInterfaces.class, SecurityGroup.class, Ingress.class)),
          Map.entry("aws_iam_role", Set.of(Role.class)),
          Map.entry("aws_iam_roles", Set.of(Role.class)),
          Map.entry("aws_iam_openid_connect_provider", Set.of(OidcProvider.class)),
          Map.entry("aws_acm_certificate", Set.of(Certificate.class)));

  private Gaps() {}

  static List<Gap> of(Root root) {
    List<Gap> gaps = new ArrayList<>();
    for (String module : root.modules()) {
      add(
          gaps,
          PublishedModules.kinds(module).orElseGet(Gaps::everything),
          module + " was not read");
    }
    root.uncounted()
        .forEach(
            (type, address) ->
                add(gaps, kinds(type), "how many of " + address + " there are is not known"));
    for (Resource resource : root.resources()) {
      if (resource.data() && !isAmong(root, resource)) {
        add(gaps, elsewhere(resource.type()), resource.address() + " is described elsewhere");
      }
    }
    if (root.origin() != Origin.CONFIGURATION) {
      String what = root.origin() == Origin.PLAN ? "a plan" : "a state";
      gaps.add(new Gap(StateBackend.class, what + " does not say where its state is kept"));
    }
    if (root.origin() == Origin.STATE) {
      gaps.add(
          new Gap(
              HelmProvider.class, "a state does not say which provider versions are asked for"));
    }
    return gaps;
  }

  /** A certificate is looked up by its name: where some are described, it is one of those. */
  private static boolean isAmong(Root root, Resource lookup) {
    return lookup.type().equals("aws_acm_certificate")
        && root.resources().stream()
            .anyMatch(one -> !one.data() && one.type().equals("aws_acm_certificate"));
  }

  /** There may be more of everything, for that reason. */
  static List<Gap> of(String why) {
    List<Gap> gaps = new ArrayList<>();
    add(gaps, everything(), why);
    return gaps;
  }

  /**
   * What facts refer to by an id of AWS and not by an address: it was made elsewhere, and whatever
   * belongs to it may be described there.
   */
  static List<Gap> of(List<Fact> facts) {
    List<Gap> gaps = new ArrayList<>();
    for (Fact fact : facts) {
      if (fact instanceof VpcPeering peering) {
        outside(gaps, "vpc-", peering.requester());
        outside(gaps, "vpc-", peering.accepter());
      } else if (fact instanceof Subnet subnet) {
        outside(gaps, "vpc-", subnet.vpc());
      } else if (fact instanceof SecurityGroup group) {
        outside(gaps, "vpc-", group.vpc());
      } else if (fact instanceof Ingress ingress) {
        outside(gaps, "sg-", ingress.group());
      } else if (fact instanceof Route route) {
        outside(gaps, "rtb-", route.table());
      }
    }
    return gaps;
  }

  private static void outside(List<Gap> gaps, String prefix, Value<Ref> ref) {
    ref.asOptional()
        .filter(known -> known.key().startsWith(prefix))
        .ifPresent(known -> add(gaps, network(), known + " was made elsewhere"));
  }

  private static Set<Class<? extends Fact>> elsewhere(String type) {
    return type.equals("terraform_remote_state")
        ? everything()
        : ELSEWHERE.getOrDefault(type, Set.of());
  }

  private static Set<Class<? extends Fact>> kinds(String type) {
    Set<Class<? extends Fact>> kinds = new LinkedHashSet<>();
    for (ResourceReader reader : ResourceReaders.all()) {
      if (reader.types().contains(type)) {
        kinds.addAll(reader.kinds());
      }
    }
    // A type that others look up may matter to any of them.
    return ResourceReaders.lookedUp().contains(type) ? everything() : kinds;
  }

  private static Set<Class<? extends Fact>> everything() {
    Set<Class<? extends Fact>> kinds = new LinkedHashSet<>();
    ResourceReaders.all().forEach(reader -> kinds.addAll(reader.kinds()));
    return kinds;
  }

  static Set<Class<? extends Fact>> network() {
    return Set.of(
        Vpc.class,
        Subnet.class,
        RouteTable.class,
        Route.class,
        RouteTableAssociation.class,
        SecurityGroup.class,
        Ingress.class,
        Egress.class,
        NetworkAcl.class,
        NetworkAclEntry.class,
        VpcPeering.class,
        NodeInterfaces.class);
  }

  private static void add(List<Gap> gaps, Set<Class<? extends Fact>> kinds, String why) {
    kinds.forEach(kind -> gaps.add(new Gap(kind, why)));
  }
}
