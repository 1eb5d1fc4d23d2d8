package dev.atoll.conformance.read.aws;

import dev.atoll.aws.Cidr;
import dev.atoll.aws.PortRange;
import dev.atoll.aws.Protocol;
import dev.atoll.conformance.read.resource.Attributes;
import dev.atoll.facts.Fact;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Source;
import dev.atoll.facts.Value;
import dev.atoll.facts.network.Egress;
import dev.atoll.facts.network.Ingress;
import dev.atoll.facts.network.Peer;
import dev.atoll.facts.network.RouteTable;
import dev.atoll.facts.network.SecurityGroup;
import dev.atoll.facts.network.Vpc;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * VPCs with what comes with each of them: a main route table and a default security group, unless a
 * resource stands for these.
 *
 * @see <a href="https://docs.aws.amazon.com/vpc/latest/userguide/default-security-group.html">
 *     Default security groups</a>
 */
final class VpcReader implements ResourceReader {

  private static final String MAIN = "aws_main_route_table_association";
  private static final String MORE = "aws_vpc_ipv4_cidr_block_association";

  @Override
  public Set<String> types() {
    return Set.of("aws_vpc", "aws_default_vpc");
  }

  @Override
  public Set<Class<? extends Fact>> kinds() {
    return Set.of(Vpc.class, RouteTable.class, SecurityGroup.class, Ingress.class, Egress.class);
  }

  @Override
  public List<Fact> read(Attributes vpc) {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Vpc(vpc.source(), vpc.ref(), vpc.region(), cidrs(vpc)));
    Ref table = vpc.things().companion(vpc.ref(), "default_route_table_id");
    boolean chosen = !vpc.things().pointing(MAIN, "vpc_id", vpc.ref()).isEmpty();
    if (!chosen && isOwn(table, vpc)) {
      Value<Boolean> main =
          vpc.things()
              .unplaced(MAIN, "vpc_id")
              .<Value<Boolean>>map(Value::unknown)
              .orElse(Value.known(true));
      facts.add(new RouteTable(vpc.source(), table, Value.known(vpc.ref()), main));
    }
    Ref group = vpc.things().companion(vpc.ref(), "default_security_group_id");
    if (isOwn(group, vpc)) {
      facts.addAll(defaultGroup(vpc.source(), group, vpc.ref()));
    }
    return facts;
  }

  private static boolean isOwn(Ref companion, Attributes vpc) {
    return companion.key().startsWith(vpc.ref().key() + ".");
  }

  private static Value<List<Cidr>> cidrs(Attributes vpc) {
    Optional<String> unplaced = vpc.things().unplaced(MORE, "vpc_id");
    if (unplaced.isPresent()) {
      return Value.unknown(unplaced.get());
    }
    Value<List<Cidr>> all = vpc.cidr("cidr_block").map(List::of);
    for (Attributes more : vpc.things().pointing(MORE, "vpc_id", vpc.ref())) {
      all = all.flatMap(known -> more.cidr("cidr_block").map(cidr -> with(known, cidr)));
    }
    return all;
  }

  private static List<Cidr> with(List<Cidr> cidrs, Cidr more) {
    List<Cidr> all = new ArrayList<>(cidrs);
    all.add(more);
    return List.copyOf(all);
  }

  private static List<Fact> defaultGroup(Source source, Ref group, Ref vpc) {
    Value<Ref> known = Value.known(group);
    return List.of(
        new SecurityGroup(
            source, group, Value.known(vpc), Value.known("default"), Value.known(Map.of())),
        new Ingress(
            source,
            new Ref(group.key() + ".ingress"),
            known,
            Value.known(Protocol.ALL),
            Value.known(PortRange.ALL),
            Value.known(new Peer.Group(group))),
        new Egress(
            source,
            new Ref(group.key() + ".egress"),
            known,
            Value.known(Protocol.ALL),
            Value.known(PortRange.ALL),
            Value.known(new Peer.Addresses(Cidr.ANYWHERE))));
  }
}
