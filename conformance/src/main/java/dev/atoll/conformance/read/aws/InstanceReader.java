package dev.atoll.conformance.read.aws;

import dev.atoll.conformance.read.resource.Attributes;
import dev.atoll.facts.Fact;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Value;
import dev.atoll.facts.network.NodeInterfaces;
import java.util.List;
import java.util.Set;

/** Instances whose tags say that they are nodes of a cluster. */
final class InstanceReader implements ResourceReader {

  @Override
  public Set<String> types() {
    return Set.of("aws_instance");
  }

  @Override
  public Set<Class<? extends Fact>> kinds() {
    return Set.of(NodeInterfaces.class);
  }

  @Override
  public List<NodeInterfaces> read(Attributes instance) {
    return ClusterTag.in(instance.tags()).map(cluster -> node(instance, cluster)).stream().toList();
  }

  private static NodeInterfaces node(Attributes instance, Value<String> cluster) {
    Value<Set<Ref>> subnets = instance.ref("subnet_id").map(Set::of);
    Value<Ref> vpc = Subnets.vpc(subnets, instance.things());
    Value<Set<Ref>> groups =
        instance.has("vpc_security_group_ids")
            ? instance.refs("vpc_security_group_ids")
            // An instance without groups gets the default one of its VPC.
            : vpc.map(ref -> Set.of(instance.things().companion(ref, "default_security_group_id")));
    return new NodeInterfaces(instance.source(), instance.ref(), cluster, vpc, subnets, groups);
  }
}
