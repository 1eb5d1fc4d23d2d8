package dev.atoll.conformance.read.aws;

import dev.atoll.aws.PortRange;
import dev.atoll.aws.Protocol;
import dev.atoll.conformance.read.resource.Attributes;
import dev.atoll.facts.Fact;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Value;
import dev.atoll.facts.network.Egress;
import dev.atoll.facts.network.Ingress;
import dev.atoll.facts.network.SecurityGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Security groups and their inline rules. */
final class SecurityGroupReader implements ResourceReader {

  @Override
  public Set<String> types() {
    return Set.of("aws_security_group", "aws_default_security_group");
  }

  @Override
  public Set<Class<? extends Fact>> kinds() {
    return Set.of(SecurityGroup.class, Ingress.class, Egress.class);
  }

  @Override
  public List<Fact> read(Attributes group) {
    boolean isDefault = group.type().equals("aws_default_security_group");
    Value<String> name = isDefault ? Value.known("default") : group.text("name");
    List<Fact> facts = new ArrayList<>();
    facts.add(
        new SecurityGroup(group.source(), group.ref(), group.ref("vpc_id"), name, group.tags()));
    List<Fact> inline = new ArrayList<>(inline(group, "ingress"));
    inline.addAll(inline(group, "egress"));
    facts.addAll(Apart.without(inline, separate(group), Rules::sense));
    return facts;
  }

  private static List<Fact> separate(Attributes group) {
    SecurityGroupRuleReader rules = new SecurityGroupRuleReader();
    return rules.types().stream()
        .flatMap(type -> Apart.of(group.things(), type, "security_group_id", group.ref()).stream())
        .flatMap(rule -> rules.read(rule).stream())
        .toList();
  }

  private static List<Fact> inline(Attributes group, String direction) {
    return group
        .blocks(direction)
        .fold(
            blocks -> {
              List<Fact> facts = new ArrayList<>();
              blocks.forEach(block -> facts.addAll(inline(group, direction, block)));
              return facts;
            },
            why -> unknown(group, direction, why));
  }

  private static List<Fact> inline(Attributes group, String direction, Attributes block) {
    Value<Ref> known = Value.known(group.ref());
    Value<Protocol> protocol = block.text("protocol").map(Protocol::of);
    String what =
        protocol.fold(Object::toString, why -> "?")
            + " "
            + Rules.ports(protocol, block).fold(PortRange::toString, why -> "?");
    return Rules.peers(block, known).stream()
        .flatMap(
            peer ->
                Rules.facts(
                    block,
                    new Ref(
                        "%s.%s[%s %s]"
                            .formatted(
                                group.ref(),
                                direction,
                                what,
                                peer.fold(Object::toString, w -> "?"))),
                    Value.known(direction.equals("ingress")),
                    known,
                    protocol,
                    List.of(peer))
                    .stream())
        .toList();
  }

  private static List<Fact> unknown(Attributes group, String direction, String why) {
    Ref ref = new Ref(group.ref() + "." + direction);
    Value<Ref> known = Value.known(group.ref());
    return List.of(
        direction.equals("ingress")
            ? new Ingress(
                group.source(),
                ref,
                known,
                Value.unknown(why),
                Value.unknown(why),
                Value.unknown(why))
            : new Egress(
                group.source(),
                ref,
                known,
                Value.unknown(why),
                Value.unknown(why),
                Value.unknown(why)));
  }
}
