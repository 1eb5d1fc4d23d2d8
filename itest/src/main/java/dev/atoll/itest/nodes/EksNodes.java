package dev.atoll.itest.nodes;

import java.util.List;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.InstanceNetworkInterface;
import software.amazon.awssdk.services.ec2.model.InstanceType;
import software.amazon.awssdk.services.ec2.model.Reservation;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.TagSpecification;

/**
 * Stand-in "EKS nodes": one instance a subnet, with the security groups and tags that the nodes of
 * a managed node group have. The emulator keeps node groups as records and starts nothing.
 *
 * <p>Its RunInstances also attaches the VPC's default group whatever the launch template says.
 * Therefore the groups are read from the template and passed, as AWS applies them: those of the
 * template when it names any, else the cluster security group. Termination leaves the interfaces
 * behind there, which AWS deletes with the instance; so {@link #close()} deletes them.
 *
 * @see <a href="https://docs.aws.amazon.com/eks/latest/userguide/launch-templates.html">Customize
 *     managed nodes with launch templates: using custom security groups</a>
 */
public final class EksNodes implements AutoCloseable {

  /** EKS chooses an image for the cluster's version; which one is of no matter here. */
  private static final String IMAGE = "ami-00000000000000000";

  private final Ec2Client ec2;
  private final List<String> instances;

  private EksNodes(Ec2Client ec2, List<String> instances) {
    this.ec2 = ec2;
    this.instances = instances;
  }

  /**
   * Starts one node in each subnet of the group.
   *
   * @param ec2 the emulator in the cluster's Region; never a real account, where this costs money
   * @throws software.amazon.awssdk.core.exception.SdkException when the emulator refuses, for
   *     example a version that the launch template has not got
   */
  public static EksNodes start(Ec2Client ec2, NodeGroup group) {
    List<String> groups =
        group
            .template()
            .map(new LaunchTemplateGroups(ec2)::of)
            .filter(named -> !named.isEmpty())
            .orElse(List.of(group.clusterSecurityGroup()));
    return new EksNodes(
        ec2, group.subnets().stream().map(subnet -> run(ec2, group, groups, subnet)).toList());
  }

  /** The instances that some process started for this cluster, to be inspected or removed. */
  public static EksNodes of(Ec2Client ec2, String cluster) {
    return new EksNodes(
        ec2,
        ec2
            .describeInstancesPaginator(
                request ->
                    request.filters(
                        filter("tag:eks:cluster-name", cluster),
                        filter("instance-state-name", "running")))
            .reservations()
            .stream()
            .map(Reservation::instances)
            .flatMap(List::stream)
            .map(Instance::instanceId)
            .toList());
  }

  /** The ids of the instances, in the order of the subnets. */
  public List<String> instances() {
    return instances;
  }

  /** Terminates the nodes; their interfaces go with them. */
  @Override
  public void close() {
    if (instances.isEmpty()) {
      return;
    }
    List<String> interfaces = interfaces();
    ec2.terminateInstances(request -> request.instanceIds(instances));
    interfaces.forEach(
        eni -> ec2.deleteNetworkInterface(request -> request.networkInterfaceId(eni)));
  }

  private List<String> interfaces() {
    return ec2
        .describeInstancesPaginator(request -> request.instanceIds(instances))
        .reservations()
        .stream()
        .flatMap(reservation -> reservation.instances().stream())
        .flatMap(instance -> instance.networkInterfaces().stream())
        .map(InstanceNetworkInterface::networkInterfaceId)
        .toList();
  }

  private static String run(Ec2Client ec2, NodeGroup group, List<String> groups, String subnet) {
    return ec2.runInstances(
            request ->
                request
                    .imageId(IMAGE)
                    .instanceType(InstanceType.M5_LARGE)
                    .launchTemplate(group.template().orElse(null))
                    .subnetId(subnet)
                    .securityGroupIds(groups)
                    .minCount(1)
                    .maxCount(1)
                    .tagSpecifications(tags(group)))
        .instances()
        .get(0)
        .instanceId();
  }

  private static TagSpecification tags(NodeGroup group) {
    return TagSpecification.builder()
        .resourceType(ResourceType.INSTANCE)
        .tags(
            tag("eks:cluster-name", group.cluster()),
            tag("eks:nodegroup-name", group.name()),
            tag("kubernetes.io/cluster/" + group.cluster(), "owned"))
        .build();
  }

  private static Tag tag(String key, String value) {
    return Tag.builder().key(key).value(value).build();
  }

  private static Filter filter(String name, String value) {
    return Filter.builder().name(name).values(value).build();
  }
}
