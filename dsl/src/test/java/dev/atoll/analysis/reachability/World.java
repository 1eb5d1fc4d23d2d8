package dev.atoll.analysis.reachability;

import dev.atoll.aws.Cidr;
import dev.atoll.aws.PortRange;
import dev.atoll.aws.Protocol;
import dev.atoll.aws.Region;
import dev.atoll.facts.Fact;
import dev.atoll.facts.Facts;
import dev.atoll.facts.Origin;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Source;
import dev.atoll.facts.Value;
import dev.atoll.facts.coder.CoderServer;
import dev.atoll.facts.network.Egress;
import dev.atoll.facts.network.Ingress;
import dev.atoll.facts.network.NetworkAcl;
import dev.atoll.facts.network.NetworkAclEntry;
import dev.atoll.facts.network.NodeInterfaces;
import dev.atoll.facts.network.Peer;
import dev.atoll.facts.network.PodSourceAddress;
import dev.atoll.facts.network.Route;
import dev.atoll.facts.network.RouteTable;
import dev.atoll.facts.network.RouteTableAssociation;
import dev.atoll.facts.network.SecurityGroup;
import dev.atoll.facts.network.Subnet;
import dev.atoll.facts.network.Vpc;
import dev.atoll.facts.network.VpcPeering;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A network in plain text, one fact a line; README.txt beside the corpus says which lines there
 * are. A question mark stands for a value that is not known.
 */
public final class World {

  private static final Map<String, Class<? extends Fact>> KINDS =
      Stream.of(
              Vpc.class,
              Subnet.class,
              RouteTable.class,
              RouteTableAssociation.class,
              Route.class,
              VpcPeering.class,
              Ingress.class,
              Egress.class,
              NetworkAcl.class,
              NetworkAclEntry.class,
              NodeInterfaces.class,
              PodSourceAddress.class,
              CoderServer.class)
          .collect(Collectors.toMap(Class::getSimpleName, Function.identity()));

  private final List<String> lines;

  private World(List<String> lines) {
    this.lines = List.copyOf(lines);
  }

  /** Reads lines; blank ones and those with a leading # are skipped. */
  public static World of(String text) {
    return new World(List.of()).with(text);
  }

  /** The same and more lines; {@code without …} takes those away that begin with the rest. */
  public World with(String text) {
    List<String> all = new ArrayList<>(lines);
    for (String raw : text.lines().toList()) {
      String line = raw.strip().replaceAll("\\s+", " ");
      if (line.startsWith("without ")) {
        String gone = line.substring("without ".length());
        if (!all.removeIf(other -> (other + " ").startsWith(gone + " "))) {
          throw new IllegalArgumentException("no line begins with: " + gone);
        }
      } else if (!line.isEmpty() && !line.startsWith("#")) {
        all.add(line);
      }
    }
    return new World(all);
  }

  /** The facts, as read back from an account. */
  public Facts facts() {
    List<Fact> facts = new ArrayList<>();
    List<Facts.Gap> gaps = new ArrayList<>();
    for (String line : lines) {
      String[] word = line.split(" ", -1);
      if (word[0].equals("gap")) {
        gaps.add(
            new Facts.Gap(
                KINDS.get(word[1]), line.substring(line.indexOf(word[1]) + word[1].length() + 1)));
      } else {
        facts.addAll(read(line, word));
      }
    }
    return Facts.of(Origin.APPLIED, facts, gaps);
  }

  /** The node interfaces of that name. */
  public static NodeInterfaces nodes(Facts facts, String name) {
    return facts.find(NodeInterfaces.class, new Ref(name)).orElseThrow();
  }

  private static List<Fact> read(String line, String[] word) {
    Source source = new Source(Origin.APPLIED, line);
    Ref whole = new Ref(line);
    Ref named = new Ref(word[1]);
    return switch (word[0]) {
      case "vpc" ->
          List.of(new Vpc(source, named, maybe(word[2], Region::new), cidrs(rest(word, 3))));
      case "subnet" ->
          List.of(
              new Subnet(
                  source,
                  named,
                  ref(word[3]),
                  Value.unknown("zone"),
                  maybe(word[4], Cidr::parse),
                  Value.known(Map.of())));
      case "table" -> table(source, named, word);
      case "route" ->
          List.of(
              new Route(
                  source,
                  whole,
                  ref(word[1]),
                  maybe(word[2], Cidr::parse),
                  target(word),
                  Value.known(!line.endsWith(" blackhole"))));
      case "peering" ->
          List.of(
              new VpcPeering(
                  source,
                  named,
                  ref(word[2].split("->", 2)[0]),
                  ref(word[2].split("->", 2)[1]),
                  maybe(word[3], World::status)));
      case "group" ->
          List.of(
              new SecurityGroup(
                  source, named, ref(word[3]), Value.known(word[1]), Value.known(Map.of())));
      case "allow" ->
          List.of(
              new Ingress(
                  source,
                  whole,
                  ref(word[1]),
                  maybe(word[2], Protocol::of),
                  maybe(word[3], World::ports),
                  peer(rest(word, 5))));
      case "let" ->
          List.of(
              new Egress(
                  source,
                  whole,
                  ref(word[1]),
                  maybe(word[3], Protocol::of),
                  maybe(word[4], World::ports),
                  peer(rest(word, 6))));
      case "acl" -> {
        boolean isDefault = word[4].equals("default");
        Value<Set<Ref>> over =
            isDefault ? Value.known(Set.of()) : maybe(word[5], first -> refs(rest(word, 5)));
        yield List.of(new NetworkAcl(source, named, ref(word[3]), Value.known(isDefault), over));
      }
      case "entry" ->
          List.of(
              new NetworkAclEntry(
                  source,
                  whole,
                  ref(word[1]),
                  maybe(word[2], Integer::valueOf),
                  maybe(word[3], "out"::equals),
                  maybe(word[5], Protocol::of),
                  maybe(word[6], World::ports),
                  maybe(word[8], Cidr::parse),
                  maybe(word[4], "allow"::equals)));
      case "nodes" -> nodes(source, named, word);
      case "keeps" ->
          List.of(
              new PodSourceAddress(
                  source,
                  whole,
                  Value.known(word[1]),
                  word.length > 2 ? Value.unknown("not read") : Value.known(true)));
      case "coder" ->
          List.of(
              new CoderServer(
                  source,
                  whole,
                  maybe(word[2], Region::new),
                  maybe(word[1], v -> v),
                  Value.known(1)));
      default -> throw new IllegalArgumentException("what is this line? " + line);
    };
  }

  private static List<Fact> table(Source source, Ref named, String[] word) {
    boolean main = word[4].equals("main");
    List<Fact> facts = new ArrayList<>();
    facts.add(new RouteTable(source, named, ref(word[3]), Value.known(main)));
    if (!main) {
      for (String subnet : rest(word, 5)) {
        facts.add(
            new RouteTableAssociation(
                source, new Ref(word[1] + "/" + subnet), Value.known(named), ref(subnet)));
      }
    }
    return facts;
  }

  /** {@code nodes na in a1 a2 of a with sg-a sg-b}. */
  private static List<Fact> nodes(Source source, Ref named, String[] word) {
    List<String> words = Arrays.asList(word);
    int of = words.indexOf("of");
    int with = words.indexOf("with");
    Value<Set<Ref>> subnets = maybe(word[3], first -> refs(words.subList(3, of)));
    Value<Set<Ref>> groups = maybe(word[with + 1], first -> refs(rest(word, with + 1)));
    return List.of(
        new NodeInterfaces(
            source, named, Value.known(word[1]), ref(word[of + 1]), subnets, groups));
  }

  private static Value<Route.Target> target(String[] word) {
    Route.Kind kind =
        switch (word[4]) {
          case "local" -> Route.Kind.LOCAL;
          case "peering" -> Route.Kind.VPC_PEERING;
          case "igw" -> Route.Kind.INTERNET_GATEWAY;
          case "nat" -> Route.Kind.NAT_GATEWAY;
          case "tgw" -> Route.Kind.TRANSIT_GATEWAY;
          default -> Route.Kind.OTHER;
        };
    return maybe(word[4], to -> new Route.Target(kind, new Ref(word[5])));
  }

  private static VpcPeering.Status status(String word) {
    return switch (word) {
      case "active" -> VpcPeering.Status.ACTIVE;
      case "pending" -> VpcPeering.Status.PENDING_ACCEPTANCE;
      case "dead" -> VpcPeering.Status.DEAD;
      default -> throw new IllegalArgumentException("what status is " + word + "?");
    };
  }

  private static PortRange ports(String word) {
    if (word.equals("all")) {
      return PortRange.ALL;
    }
    String[] ends = word.split("-", 2);
    return new PortRange(Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1]));
  }

  private static Value<Peer> peer(List<String> words) {
    return switch (words.get(0)) {
      case "?" -> Value.unknown("not read");
      case "group" -> Value.known(new Peer.Group(new Ref(words.get(1))));
      case "list" -> Value.known(new Peer.PrefixList(new Ref(words.get(1))));
      default -> Value.known(new Peer.Addresses(Cidr.parse(words.get(0))));
    };
  }

  private static Value<List<Cidr>> cidrs(List<String> words) {
    return maybe(words.get(0), first -> words.stream().map(Cidr::parse).toList());
  }

  private static Value<Ref> ref(String word) {
    return maybe(word, Ref::new);
  }

  private static Set<Ref> refs(List<String> words) {
    return new TreeSet<>(words).stream().map(Ref::new).collect(Collectors.toUnmodifiableSet());
  }

  private static List<String> rest(String[] word, int from) {
    return Arrays.asList(word).subList(from, word.length);
  }

  private static <T> Value<T> maybe(String word, Function<String, T> read) {
    return word.equals("?") ? Value.unknown("not read") : Value.known(read.apply(word));
  }
}
