package dev.atoll.conformance.read.aws;

import dev.atoll.conformance.read.resource.Attributes;
import dev.atoll.facts.Fact;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Value;
import dev.atoll.facts.network.NetworkAcl;
import dev.atoll.facts.network.NetworkAclEntry;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Network ACLs, their inline entries, and the subnets under them. */
final class NetworkAclReader implements ResourceReader {

  private static final String ASSOCIATION = "aws_network_acl_association";
  private static final String DEFAULT = "aws_default_network_acl";

  @Override
  public Set<String> types() {
    return Set.of("aws_network_acl", DEFAULT);
  }

  @Override
  public Set<Class<? extends Fact>> kinds() {
    return Set.of(NetworkAcl.class, NetworkAclEntry.class);
  }

  @Override
  public List<Fact> read(Attributes acl) {
    boolean isDefault = acl.type().equals(DEFAULT);
    Value<Ref> vpc =
        isDefault && !acl.has("vpc_id") ? acl.ownerOf("default_network_acl_id") : acl.ref("vpc_id");
    List<Fact> facts = new ArrayList<>();
    facts.add(new NetworkAcl(acl.source(), acl.ref(), vpc, Value.known(isDefault), subnets(acl)));
    List<NetworkAclEntry> inline = new ArrayList<>();
    for (boolean egress : new boolean[] {false, true}) {
      String name = egress ? "egress" : "ingress";
      acl.blocks(name)
          .fold(
              blocks -> {
                blocks.forEach(block -> inline.add(entry(acl, block, egress)));
                return blocks;
              },
              why -> List.of(inline.add(unknown(acl, egress, why))));
    }
    facts.addAll(Apart.without(inline, separate(acl), NetworkAclReader::sense));
    return facts;
  }

  private static Value<Set<Ref>> subnets(Attributes acl) {
    Optional<String> unplaced = acl.things().unplaced(ASSOCIATION, "network_acl_id");
    if (unplaced.isPresent()) {
      return Value.unknown(unplaced.get());
    }
    Value<Set<Ref>> all = acl.refs("subnet_ids");
    for (Attributes association : acl.things().pointing(ASSOCIATION, "network_acl_id", acl.ref())) {
      all = all.flatMap(known -> association.ref("subnet_id").map(subnet -> with(known, subnet)));
    }
    return all;
  }

  private static Set<Ref> with(Set<Ref> refs, Ref more) {
    Set<Ref> all = new LinkedHashSet<>(refs);
    all.add(more);
    return all;
  }

  private static List<NetworkAclEntry> separate(Attributes acl) {
    NetworkAclRuleReader rules = new NetworkAclRuleReader();
    return Apart.of(acl.things(), "aws_network_acl_rule", "network_acl_id", acl.ref()).stream()
        .flatMap(rule -> rules.read(rule).stream())
        .toList();
  }

  /** The number of an entry is its identity within its direction. */
  private static Optional<Object> sense(NetworkAclEntry entry) {
    return entry
        .number()
        .asOptional()
        .flatMap(number -> entry.egress().asOptional().map(egress -> List.of(number, egress)));
  }

  private static NetworkAclEntry entry(Attributes acl, Attributes block, boolean egress) {
    Value<Integer> number = block.number("rule_no");
    String key = number.fold(String::valueOf, why -> "?");
    return NetworkAclRuleReader.entry(
        block,
        new Ref("%s.%s[%s]".formatted(acl.ref(), egress ? "egress" : "ingress", key)),
        Value.known(acl.ref()),
        number,
        Value.known(egress),
        block.text("action"));
  }

  private static NetworkAclEntry unknown(Attributes acl, boolean egress, String why) {
    return new NetworkAclEntry(
        acl.source(),
        new Ref(acl.ref() + (egress ? ".egress" : ".ingress")),
        Value.known(acl.ref()),
        Value.unknown(why),
        Value.known(egress),
        Value.unknown(why),
        Value.unknown(why),
        Value.unknown(why),
        Value.unknown(why));
  }
}
