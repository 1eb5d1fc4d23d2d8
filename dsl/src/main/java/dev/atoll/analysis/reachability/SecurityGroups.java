package dev.atoll.analysis.reachability;

import dev.atoll.aws.AddressSet;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Source;
import dev.atoll.facts.Truth;
import dev.atoll.facts.Value;
import dev.atoll.facts.network.NodeInterfaces;
import dev.atoll.facts.network.Peer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Judges the security groups that are attached to interfaces. What any of them admits is admitted;
 * answers pass by themselves. A rule that names another group reaches across a peering only within
 * one Region. Where no egress rule was seen and the listing is complete, nothing leaves: AWS gives
 * a new group a rule that lets everything out, but it is a rule that can be listed, and Terraform
 * takes it away.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html">Security
 *     group rules</a>
 * @see <a
 *     href="https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-security-groups.html">Security
 *     groups of a peer VPC</a>
 */
record SecurityGroups(Network network) {

  /** The groups on the other side, and whether a rule can name them. */
  private record Other(Value<Set<Ref>> groups, Truth sameRegion) {}

  /** The station where packets leave the interfaces. */
  Hop egress(Placement from, Placement to, int port) {
    return hop(
        "egress",
        network.egress().gap(),
        group -> network.egress().under(group).stream().map(Rule::of).toList(),
        network.egress().strays().stream().map(Rule::of).toList(),
        from,
        to,
        port);
  }

  /** The station where packets are admitted to the interfaces. */
  Hop ingress(Placement from, Placement to, int port) {
    return hop(
        "ingress", network.ingress().gap(), this::ingressRules, strayIngress(), to, from, port);
  }

  /**
   * Which of the addresses the groups of these interfaces admit on a TCP port.
   *
   * @param addresses source addresses in another VPC
   */
  Coverage admitted(NodeInterfaces nodes, AddressSet addresses, int port) {
    Other other = new Other(Value.known(Set.of()), Truth.NO);
    return coverage(
        nodes.groups(),
        network.ingress().gap(),
        this::ingressRules,
        strayIngress(),
        other,
        addresses,
        rule -> rule.isFor(port));
  }

  private List<Rule> ingressRules(Ref group) {
    return network.ingress().under(group).stream().map(Rule::of).toList();
  }

  private List<Rule> strayIngress() {
    return network.ingress().strays().stream().map(Rule::of).toList();
  }

  private Hop hop(
      String way,
      Optional<String> gap,
      Function<Ref, List<Rule>> rules,
      List<Rule> strays,
      Placement here,
      Placement there,
      int port) {
    Other other = new Other(there.nodes().groups(), sameRegion(here, there));
    Value<Set<Ref>> groups = here.nodes().groups();
    Coverage found =
        coverage(groups, gap, rules, strays, other, there.possible(), rule -> rule.isFor(port));
    Truth truth = found.all(there.certain());
    boolean out = way.equals("egress");
    String named = groups.fold(SecurityGroups::named, why -> "unknown groups (" + why + ")");
    String text =
        out
            ? "%s of %s lets TCP %d out to %s".formatted(way, named, port, there.possible())
            : "%s of %s admits TCP %d from %s".formatted(way, named, port, there.possible());
    List<Source> where =
        groups.asOptional().stream()
            .flatMap(Set::stream)
            .flatMap(group -> rules.apply(group).stream())
            .filter(rule -> rule.isFor(port).isYes())
            .map(Rule::source)
            .toList();
    if (!truth.isNo()) {
      return Hop.of(Direction.THERE, text, truth, where);
    }
    Coverage elsewhere =
        coverage(groups, gap, rules, strays, other, found.blocked(), rule -> Truth.YES);
    boolean otherPort = !out && elsewhere.through().contains(found.blocked());
    String what =
        (otherPort
                ? "%s admits %s on other ports or protocols, not on TCP %d"
                : out
                    ? "no egress rule of %s lets %s be reached on TCP %d"
                    : "no ingress rule of %s admits %s on TCP %d")
            .formatted(named, found.blocked(), port);
    String partly = found.isPartial() ? "; admitted is only " + found.through() : "";
    return Hop.of(
        Direction.THERE,
        text,
        truth,
        where,
        new Obstacle(
            out ? Obstacle.Kind.EGRESS : otherPort ? Obstacle.Kind.PORT : Obstacle.Kind.INGRESS,
            Direction.THERE,
            what + partly + (out ? "" : unattached(here, found.blocked(), port)),
            out
                ? "Let TCP %d out to %s".formatted(port, there.possible())
                : "Admit TCP %d from %s on %s".formatted(port, vpcAddresses(there), named),
            where));
  }

  private Coverage coverage(
      Value<Set<Ref>> groups,
      Optional<String> gap,
      Function<Ref, List<Rule>> rules,
      List<Rule> strays,
      Other other,
      AddressSet wanted,
      Function<Rule, Truth> isFor) {
    Coverage found =
        groups.fold(
            known -> {
              Stream<Rule> attached = known.stream().flatMap(group -> rules.apply(group).stream());
              return sum(wanted, attached.toList(), strays, other, isFor);
            },
            why -> new Coverage(wanted, AddressSet.NONE, wanted, List.of("the groups: " + why)));
    return gap.map(found::opened).orElse(found);
  }

  private static Coverage sum(
      AddressSet wanted,
      List<Rule> attached,
      List<Rule> strays,
      Other other,
      Function<Rule, Truth> isFor) {
    AddressSet through = AddressSet.NONE;
    AddressSet open = AddressSet.NONE;
    List<String> reasons = new ArrayList<>();
    Set<Rule> all = new LinkedHashSet<>(attached);
    all.addAll(strays);
    for (Rule rule : all) {
      Truth speaks = isFor.apply(rule).and(rule.group().is(group -> true));
      if (speaks.isNo()) {
        continue;
      }
      Coverage one = peers(rule, other, wanted);
      AddressSet reach = one.through().union(one.open());
      if (speaks.isYes()) {
        through = through.union(one.through());
        open = open.union(one.open());
        reasons.addAll(one.reasons());
      } else if (!reach.isEmpty()) {
        open = open.union(reach);
        reasons.add("what " + rule.ref() + " admits: " + String.join("; ", speaks.open()));
      }
    }
    return new Coverage(wanted, through, open, reasons.stream().distinct().toList());
  }

  private static Coverage peers(Rule rule, Other other, AddressSet wanted) {
    return rule.peer()
        .fold(
            peer -> {
              if (peer instanceof Peer.Addresses some) {
                AddressSet hit = wanted.intersect(AddressSet.of(some.cidr()));
                return new Coverage(wanted, hit, AddressSet.NONE, List.of());
              }
              Truth matches =
                  peer instanceof Peer.Group named
                      ? other
                          .sameRegion()
                          .and(other.groups().is(groups -> groups.contains(named.group())))
                      : Truth.open("which addresses are in " + peer);
              return matches.isYes()
                  ? new Coverage(wanted, wanted, AddressSet.NONE, List.of())
                  : new Coverage(
                      wanted,
                      AddressSet.NONE,
                      matches.isOpen() ? wanted : AddressSet.NONE,
                      matches.open());
            },
            why ->
                new Coverage(
                    wanted,
                    AddressSet.NONE,
                    wanted,
                    List.of("the other side of " + rule.ref() + ": " + why)));
  }

  /** The classic mistake: the rule is there, on a group that these interfaces do not carry. */
  private String unattached(Placement here, AddressSet blocked, int port) {
    Set<Ref> attached = here.nodes().groups().asOptional().orElse(Set.of());
    return network.ingress().byKey().entrySet().stream()
        .filter(group -> !attached.contains(group.getKey()))
        .filter(
            group ->
                group.getValue().stream()
                    .map(Rule::of)
                    .filter(rule -> rule.isFor(port).isYes())
                    .flatMap(rule -> rule.peer().asOptional().stream())
                    .anyMatch(
                        peer ->
                            peer instanceof Peer.Addresses some
                                && some.cidr().length() > 0
                                && AddressSet.of(some.cidr()).contains(blocked)))
        .map(group -> group.getKey().key())
        .sorted()
        .findFirst()
        .map(group -> "; " + group + " does, but is not attached to " + here.nodes().ref())
        .orElse("");
  }

  private String vpcAddresses(Placement there) {
    return network.cidrs(there.vpc()).fold(AddressSet::of, why -> there.possible()).toString();
  }

  private static Truth sameRegion(Placement a, Placement b) {
    return a.vpc().equals(b.vpc())
        ? Truth.YES
        : a.region()
            .fold(one -> b.region().is(one::equals), why -> Truth.open("the Region of " + a.vpc()));
  }

  private static String named(Set<Ref> groups) {
    return groups.isEmpty()
        ? "no group"
        : groups.stream().map(Ref::key).sorted().collect(Collectors.joining(", "));
  }
}
