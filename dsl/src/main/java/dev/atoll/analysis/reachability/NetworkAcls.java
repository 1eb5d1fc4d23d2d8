package dev.atoll.analysis.reachability;

import dev.atoll.aws.AddressSet;
import dev.atoll.aws.PortRange;
import dev.atoll.aws.Protocol;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Source;
import dev.atoll.facts.Truth;
import dev.atoll.facts.Value;
import dev.atoll.facts.network.NetworkAcl;
import dev.atoll.facts.network.NetworkAclEntry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Judges the network ACLs of subnets. They keep no state, so answers need entries of their own; the
 * entry with the lowest number that matches decides, and what none matches is denied. A subnet that
 * no ACL names is under its VPC's default one, which lets everything through where nobody listed
 * it.
 *
 * @see <a href="https://docs.aws.amazon.com/vpc/latest/userguide/nacl-basics.html">Network ACL
 *     basics</a>
 */
record NetworkAcls(Network network) {

  /**
   * The ports that answers go to. The VPC CNI picks source ports at random from all of these when
   * it rewrites addresses ({@code --random-fully}).
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/vpc/latest/userguide/custom-network-acl.html#nacl-ephemeral-ports">Ephemeral
   *     ports</a>
   */
  static final PortRange EPHEMERAL = new PortRange(1024, 65535);

  /** The station where packets pass the ACLs on one side. */
  Hop hop(Direction direction, boolean out, Placement at, Placement other, PortRange ports) {
    Map<Value<Optional<Ref>>, List<Ref>> serving = new LinkedHashMap<>();
    for (Ref subnet : at.subnets()) {
      serving.computeIfAbsent(aclOf(subnet, at.vpc()), key -> new ArrayList<>()).add(subnet);
    }
    if (serving.isEmpty()) {
      serving.put(anyOf(at.vpc()), List.of());
    }
    List<Hop> each = new ArrayList<>();
    serving.forEach(
        (acl, subnets) ->
            each.add(
                acl.fold(
                    known -> judge(direction, out, known, subnets, at, other, ports),
                    why ->
                        Hop.of(direction, "an ACL of " + at.vpc(), Truth.open(why), List.of()))));
    Truth truth = at.each(each.stream(), Hop::truth);
    return new Hop(
        direction,
        "%s lets TCP %s %s %s"
            .formatted(
                each.stream().map(Hop::text).distinct().collect(Collectors.joining(", ")),
                ports,
                out ? "out to" : "in from",
                other.possible()),
        truth,
        truth.isNo() ? each.stream().flatMap(hop -> hop.obstacles().stream()).toList() : List.of(),
        each.stream().flatMap(hop -> hop.where().stream()).distinct().toList());
  }

  private Value<Optional<Ref>> aclOf(Ref subnet, Ref vpc) {
    List<NetworkAcl> candidates =
        Stream.concat(network.acls().under(vpc).stream(), network.acls().strays().stream())
            .toList();
    Optional<NetworkAcl> naming =
        candidates.stream()
            .filter(acl -> acl.subnets().is(all -> all.contains(subnet)).isYes())
            .findFirst();
    if (naming.isPresent()) {
      return Value.known(naming.map(NetworkAcl::ref));
    }
    Optional<String> open =
        network
            .acls()
            .gap()
            .or(
                () ->
                    candidates.stream()
                        .filter(acl -> acl.subnets().asOptional().isEmpty())
                        .map(acl -> "which subnets are under " + acl.ref())
                        .findFirst());
    return open.<Value<Optional<Ref>>>map(Value::unknown).orElseGet(() -> defaultOf(vpc));
  }

  private Value<Optional<Ref>> defaultOf(Ref vpc) {
    for (NetworkAcl acl : network.acls().under(vpc)) {
      Truth isDefault = acl.isDefault().is(Boolean::booleanValue);
      if (isDefault.isYes()) {
        return Value.known(Optional.of(acl.ref()));
      }
      if (isDefault.isOpen()) {
        return Value.unknown("whether " + acl.ref() + " is the default ACL of " + vpc);
      }
    }
    return Value.known(Optional.empty());
  }

  private Value<Optional<Ref>> anyOf(Ref vpc) {
    boolean none = network.acls().under(vpc).isEmpty() && network.acls().mayHaveMore().isEmpty();
    return none ? Value.known(Optional.empty()) : Value.unknown("which network ACL is in charge");
  }

  private Hop judge(
      Direction direction,
      boolean out,
      Optional<Ref> acl,
      List<Ref> subnets,
      Placement at,
      Placement other,
      PortRange ports) {
    if (acl.isEmpty()) {
      return Hop.note(direction, "the default ACL of " + at.vpc());
    }
    String text =
        "%s (over %s)"
            .formatted(acl.get(), subnets.stream().map(Ref::key).collect(Collectors.joining(", ")));
    List<NetworkAclEntry> entries =
        network.entries().under(acl.get()).stream()
            .filter(entry -> !entry.egress().is(egress -> egress == out).isNo())
            .filter(entry -> !entry.protocol().is(name -> name.covers(Protocol.TCP)).isNo())
            .sorted(Comparator.comparing(entry -> entry.number().asOptional().orElse(0)))
            .toList();
    Optional<String> more = network.entries().mayHaveMore();
    Coverage all = new Coverage(other.possible(), other.possible(), AddressSet.NONE, List.of());
    List<PortRange> denied = new ArrayList<>();
    for (PortRange segment : segments(entries, ports)) {
      Coverage walked = walk(entries, segment, other.possible());
      Coverage one = more.map(walked::opened).orElse(walked);
      if (one.all(other.certain()).isNo()) {
        denied.add(segment);
      }
      all = all.and(one);
    }
    Truth truth = all.all(other.certain());
    List<Source> where = entries.stream().map(NetworkAclEntry::source).toList();
    String way = out ? "out to" : "in from";
    return Hop.of(
        direction,
        text,
        truth,
        where,
        new Obstacle(
            out ? Obstacle.Kind.ACL_OUT : Obstacle.Kind.ACL_IN,
            direction,
            "%s denies TCP %s %s %s".formatted(text, span(denied, ports), way, all.blocked()),
            "Allow TCP %s %s %s in %s, with a lower number than what denies it"
                .formatted(ports, way, other.possible(), acl.get()),
            where));
  }

  /** The addresses that pass on ports which no entry tells apart. */
  private static Coverage walk(List<NetworkAclEntry> entries, PortRange ports, AddressSet wanted) {
    AddressSet left = wanted;
    AddressSet through = AddressSet.NONE;
    AddressSet open = AddressSet.NONE;
    List<String> reasons = new ArrayList<>();
    for (NetworkAclEntry entry : entries) {
      Truth speaks = speaks(entry, ports);
      AddressSet hit =
          left.intersect(entry.cidr().fold(cidr -> AddressSet.of(cidr), why -> wanted));
      if (speaks.isNo() || hit.isEmpty()) {
        continue;
      }
      Truth allows = entry.allow().is(Boolean::booleanValue);
      left = left.minus(hit);
      if (!speaks.isYes() || allows.isOpen()) {
        open = open.union(hit);
        reasons.add("what %s says".formatted(entry.ref()));
      } else if (allows.isYes()) {
        through = through.union(hit);
      }
    }
    return new Coverage(wanted, through, open, reasons);
  }

  private static Truth speaks(NetworkAclEntry entry, PortRange ports) {
    Truth protocol = entry.protocol().is(name -> name.covers(Protocol.TCP));
    Truth everyPort = entry.protocol().is(Protocol.ALL::equals);
    return protocol
        .and(everyPort.or(entry.ports().is(range -> range.contains(ports))))
        .and(entry.egress().is(egress -> true))
        .and(entry.cidr().is(cidr -> true))
        .and(entry.number().is(number -> true));
  }

  /** Cuts the ports where an entry begins or ends. */
  private static List<PortRange> segments(List<NetworkAclEntry> entries, PortRange ports) {
    TreeSet<Integer> starts = new TreeSet<>(List.of(ports.first()));
    for (NetworkAclEntry entry : entries) {
      entry
          .ports()
          .asOptional()
          .ifPresent(
              range -> {
                starts.add(range.first());
                starts.add(range.last() + 1);
              });
    }
    List<Integer> cuts = List.copyOf(starts.subSet(ports.first(), true, ports.last(), true));
    List<PortRange> segments = new ArrayList<>();
    for (int i = 0; i < cuts.size(); i++) {
      int last = i + 1 < cuts.size() ? cuts.get(i + 1) - 1 : ports.last();
      segments.add(new PortRange(cuts.get(i), last));
    }
    return segments;
  }

  private static String span(List<PortRange> denied, PortRange all) {
    return denied.isEmpty()
        ? all.toString()
        : denied.stream().map(PortRange::toString).collect(Collectors.joining(", "));
  }
}
