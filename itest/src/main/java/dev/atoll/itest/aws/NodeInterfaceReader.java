package dev.atoll.itest.aws;

import dev.atoll.facts.Fact;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Value;
import dev.atoll.facts.network.NodeInterfaces;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.GroupIdentifier;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.InstanceNetworkInterface;

/**
 * Reads the network interfaces that are attached to running nodes of EKS clusters: one fact for
 * each interface, because the interfaces of one node need not share groups. Pods have their
 * addresses on the same interfaces.
 *
 * @see <a href="https://docs.aws.amazon.com/eks/latest/userguide/worker.html">Self-managed nodes
 *     are tagged kubernetes.io/cluster/NAME = owned</a>
 * @see <a href="https://docs.aws.amazon.com/eks/latest/userguide/eks-using-tags.html">Amazon EKS
 *     tags what it makes with eks:cluster-name</a>
 */
final class NodeInterfaceReader implements Ec2Reader {

  private static final String EKS_CLUSTER = "eks:cluster-name";
  private static final String OWNED_BY = "kubernetes.io/cluster/";

  // A stopped or terminated instance carries no packet.
  private static final Filter UP =
      Filter.builder().name("instance-state-name").values("pending", "running").build();

  @Override
  public Set<Class<? extends Fact>> kinds() {
    return Set.of(NodeInterfaces.class);
  }

  @Override
  public Stream<? extends Fact> read(RegionalEc2 ec2) {
    return ec2
        .client()
        .describeInstancesPaginator(request -> request.filters(UP))
        .reservations()
        .stream()
        .flatMap(reservation -> reservation.instances().stream())
        .flatMap(
            instance ->
                cluster(RegionalEc2.tags(instance.tags())).stream()
                    .flatMap(cluster -> interfaces(ec2, cluster, instance)));
  }

  private static Stream<NodeInterfaces> interfaces(
      RegionalEc2 ec2, String cluster, Instance instance) {
    return instance.networkInterfaces().stream()
        .map(eni -> fact(ec2, cluster, instance.instanceId(), eni));
  }

  private static NodeInterfaces fact(
      RegionalEc2 ec2, String cluster, String instance, InstanceNetworkInterface eni) {
    return new NodeInterfaces(
        ec2.source("%s of %s".formatted(eni.networkInterfaceId(), instance)),
        new Ref(eni.networkInterfaceId()),
        Value.known(cluster),
        Value.known(new Ref(eni.vpcId())),
        Value.known(Set.of(new Ref(eni.subnetId()))),
        Value.known(
            eni.groups().stream()
                .map(GroupIdentifier::groupId)
                .map(Ref::new)
                .collect(Collectors.toUnmodifiableSet())));
  }

  static Optional<String> cluster(Map<String, String> tags) {
    return Optional.ofNullable(tags.get(EKS_CLUSTER))
        .or(
            () ->
                tags.entrySet().stream()
                    .filter(tag -> tag.getKey().startsWith(OWNED_BY))
                    .filter(tag -> tag.getValue().equals("owned"))
                    .map(tag -> tag.getKey().substring(OWNED_BY.length()))
                    .findFirst());
  }
}
