package dev.atoll.analysis.reachability;

import dev.atoll.aws.AddressSet;
import dev.atoll.aws.Cidr;
import dev.atoll.aws.Region;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Truth;
import dev.atoll.facts.Value;
import dev.atoll.facts.network.NodeInterfaces;
import dev.atoll.facts.network.SecurityGroup;
import dev.atoll.facts.network.Subnet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where node interfaces are and which addresses their packets carry outside the VPC: the node's
 * primary one, so an address of its subnets, or, where pods keep theirs, any address of the VPC,
 * whose secondary blocks may well be the pods'.
 *
 * @param nodes the interfaces
 * @param vpc the VPC
 * @param region its Region
 * @param subnets the subnets they are in, or all that they may be in
 * @param unsure why it is not known which of these subnets; empty when it is
 * @param certain the addresses that surely matter
 * @param possible the addresses that may matter
 * @param keptPodAddress whether pods keep their own address
 */
record Placement(
    NodeInterfaces nodes,
    Ref vpc,
    Value<Region> region,
    List<Ref> subnets,
    Optional<String> unsure,
    AddressSet certain,
    AddressSet possible,
    Truth keptPodAddress) {

  /** Where they are; unknown when not even their VPC or an address of it is known. */
  static Value<Placement> of(NodeInterfaces nodes, Network network) {
    Value<Set<Ref>> named = nodes.subnets();
    return vpcOf(nodes, network)
        .flatMap(
            vpc -> {
              Optional<List<Ref>> known =
                  named.asOptional().filter(set -> !set.isEmpty()).map(Placement::sorted);
              List<Ref> subnets =
                  known.orElseGet(
                      () -> network.subnetsByVpc().under(vpc).stream().map(Subnet::ref).toList());
              Optional<String> unsure =
                  known.isPresent()
                      ? Optional.empty()
                      : Optional.of(
                          "in which subnets of %s %s is: %s"
                              .formatted(
                                  vpc, nodes.ref(), named.fold(set -> "none named", w -> w)));
              return addressed(nodes, vpc, subnets, unsure, network);
            });
  }

  private static Value<Placement> addressed(
      NodeInterfaces nodes, Ref vpc, List<Ref> subnets, Optional<String> unsure, Network network) {
    Truth kept = nodes.cluster().fold(network::keepsPodAddress, why -> network.keepsPodAddress(""));
    List<Optional<Cidr>> cidrs =
        subnets.stream().map(ref -> cidr(network.subnets().get(ref))).toList();
    AddressSet inSubnets = AddressSet.of(cidrs.stream().flatMap(Optional::stream).toList());
    AddressSet inVpc = network.cidrs(vpc).fold(AddressSet::of, why -> AddressSet.NONE);
    boolean every = !cidrs.isEmpty() && cidrs.stream().allMatch(Optional::isPresent);
    AddressSet certain = unsure.isPresent() ? AddressSet.NONE : inSubnets;
    AddressSet possible = every && kept.isNo() ? inSubnets : inVpc.union(inSubnets);
    if (possible.isEmpty()) {
      return Value.unknown("the addresses of " + nodes.ref());
    }
    return Value.known(
        new Placement(
            nodes,
            vpc,
            network.region(vpc),
            subnets,
            unsure,
            kept.isYes() ? possible : certain,
            possible,
            kept));
  }

  /** Their VPC as it was read, or else that of a subnet or security group of theirs. */
  static Value<Ref> vpcOf(NodeInterfaces nodes, Network network) {
    return nodes
        .vpc()
        .fold(
            Value::known,
            why ->
                Stream.concat(
                        owners(nodes.subnets(), network.subnets(), Subnet::vpc),
                        owners(nodes.groups(), network.groups(), SecurityGroup::vpc))
                    .findFirst()
                    .<Value<Ref>>map(Value::known)
                    .orElseGet(() -> Value.unknown("the VPC of " + nodes.ref() + ": " + why)));
  }

  /** AWS lets an interface have subnets and groups of one VPC only. */
  private static <F> Stream<Ref> owners(
      Value<Set<Ref>> refs, Map<Ref, F> seen, Function<F, Value<Ref>> vpc) {
    return refs.asOptional().stream()
        .flatMap(Set::stream)
        .map(seen::get)
        .filter(Objects::nonNull)
        .flatMap(thing -> vpc.apply(thing).asOptional().stream());
  }

  /**
   * Whether something holds for the subnets that the interfaces are in. If it is not known which:
   * yes if it holds for all that come into question, no if for none, else open.
   */
  <T> Truth each(Stream<T> things, Function<T, Truth> question) {
    List<Truth> answers = things.map(question).toList();
    Truth all = Truth.all(answers.stream(), Function.identity());
    if (unsure.isEmpty() || !all.isNo()) {
      return all;
    }
    return answers.stream().allMatch(Truth::isNo) ? Truth.NO : Truth.open(unsure.get());
  }

  private static Optional<Cidr> cidr(Subnet subnet) {
    return Optional.ofNullable(subnet).flatMap(seen -> seen.cidr().asOptional());
  }

  private static List<Ref> sorted(Set<Ref> refs) {
    return refs.stream()
        .sorted(Comparator.comparing(Ref::key))
        .collect(Collectors.toUnmodifiableList());
  }
}
