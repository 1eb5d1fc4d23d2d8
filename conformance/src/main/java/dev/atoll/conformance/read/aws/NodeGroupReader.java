package dev.atoll.conformance.read.aws;

import dev.atoll.conformance.read.resource.Attributes;
import dev.atoll.conformance.read.resource.Things;
import dev.atoll.facts.Fact;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Value;
import dev.atoll.facts.network.NodeInterfaces;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * EKS managed node groups. The security groups are those of the launch template; where that names
 * none, EKS attaches the cluster's.
 *
 * @see <a href="https://docs.aws.amazon.com/eks/latest/userguide/launch-templates.html">Launch
 *     templates</a>
 */
final class NodeGroupReader implements ResourceReader {

  @Override
  public Set<String> types() {
    return Set.of("aws_eks_node_group");
  }

  @Override
  public Set<Class<? extends Fact>> kinds() {
    return Set.of(NodeInterfaces.class);
  }

  @Override
  public List<NodeInterfaces> read(Attributes group) {
    Value<Set<Ref>> subnets = group.refs("subnet_ids");
    return List.of(
        new NodeInterfaces(
            group.source(),
            group.ref(),
            group.text("cluster_name"),
            Subnets.vpc(subnets, group.things()),
            subnets,
            groups(group)));
  }

  /** Whether a node group uses that launch template. */
  static boolean isUsed(Attributes template) {
    return template.things().ofType("aws_eks_node_group").stream()
        .anyMatch(group -> template(group).is(template.ref()::equals).isYes());
  }

  private static Value<Set<Ref>> groups(Attributes group) {
    if (!group.has("launch_template")) {
      return ofCluster(group);
    }
    Things things = group.things();
    return template(group)
        .flatMap(
            ref ->
                things
                    .at(ref)
                    .map(LaunchTemplateReader::groups)
                    .orElseGet(() -> Value.unknown(ref + " is not in what was read")))
        .flatMap(groups -> groups.isEmpty() ? ofCluster(group) : Value.known(groups));
  }

  /** The launch template of a node group, which is named by its id or by its name. */
  private static Value<Ref> template(Attributes group) {
    return group
        .blocks("launch_template")
        .flatMap(
            blocks -> {
              if (blocks.isEmpty()) {
                return Value.unknown(group.ref() + " has no launch template");
              }
              Attributes block = blocks.get(0);
              return block.has("id")
                  ? block.ref("id")
                  : block.text("name").flatMap(name -> named(name, group.things()));
            });
  }

  private static Value<Ref> named(String name, Things things) {
    return first(name, things.ofType("aws_launch_template"))
        .map(template -> Value.known(template.ref()))
        .orElseGet(() -> Value.unknown("launch template " + name + " is not in what was read"));
  }

  private static Value<Set<Ref>> ofCluster(Attributes group) {
    Things things = group.things();
    return group
        .text("cluster_name")
        .flatMap(
            name ->
                first(name, things.ofType("aws_eks_cluster"))
                    .map(cluster -> Value.known(Set.of(EksClusterReader.group(cluster))))
                    .orElseGet(
                        () -> Value.unknown("cluster " + name + " is not in what was read")));
  }

  private static Optional<Attributes> first(String name, List<Attributes> all) {
    return all.stream().filter(one -> one.text("name").is(name::equals).isYes()).findFirst();
  }
}
