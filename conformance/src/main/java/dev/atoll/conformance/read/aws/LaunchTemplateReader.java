package dev.atoll.conformance.read.aws;

import dev.atoll.conformance.read.resource.Attributes;
import dev.atoll.facts.Fact;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Value;
import dev.atoll.facts.network.NodeInterfaces;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Launch templates that no node group uses but whose tags say that they make nodes. */
final class LaunchTemplateReader implements ResourceReader {

  private static final String UNPLACED = "no node group says in which subnets";

  @Override
  public Set<String> types() {
    return Set.of("aws_launch_template");
  }

  @Override
  public Set<Class<? extends Fact>> kinds() {
    return Set.of(NodeInterfaces.class);
  }

  @Override
  public List<NodeInterfaces> read(Attributes template) {
    if (NodeGroupReader.isUsed(template)) {
      return List.of();
    }
    return cluster(template)
        .map(
            cluster ->
                new NodeInterfaces(
                    template.source(),
                    template.ref(),
                    cluster,
                    Value.unknown(UNPLACED),
                    Value.unknown(UNPLACED),
                    groups(template)))
        .stream()
        .toList();
  }

  /** The security groups that it attaches; none when it leaves them to others. */
  static Value<Set<Ref>> groups(Attributes template) {
    Value<Set<Ref>> all = template.refs("vpc_security_group_ids");
    Value<List<Attributes>> interfaces = template.blocks("network_interfaces");
    return all.flatMap(
        own ->
            interfaces.flatMap(
                blocks -> {
                  Value<Set<Ref>> sum = Value.known(own);
                  for (Attributes block : blocks) {
                    sum =
                        sum.flatMap(
                            known -> block.refs("security_groups").map(more -> union(known, more)));
                  }
                  return sum;
                }));
  }

  private static Optional<Value<String>> cluster(Attributes template) {
    Optional<Value<String>> own = ClusterTag.in(template.tags());
    if (own.isPresent()) {
      return own;
    }
    return template
        .blocks("tag_specifications")
        .fold(
            blocks ->
                blocks.stream()
                    .flatMap(block -> ClusterTag.in(block.map("tags")).stream())
                    .findFirst(),
            why -> Optional.of(Value.unknown(why)));
  }

  private static Set<Ref> union(Set<Ref> some, Set<Ref> more) {
    Set<Ref> all = new LinkedHashSet<>(some);
    all.addAll(more);
    return all;
  }
}
