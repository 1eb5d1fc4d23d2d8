package dev.atoll.itest.aws;

import dev.atoll.facts.Fact;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Value;
import dev.atoll.facts.network.VpcPeering;
import dev.atoll.facts.network.VpcPeering.Status;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.model.VpcPeeringConnection;
import software.amazon.awssdk.services.ec2.model.VpcPeeringConnectionStateReason;

/** Reads VPC peering connections; those that have been deleted stay listed for some hours. */
final class VpcPeeringReader implements Ec2Reader {

  @Override
  public Set<Class<? extends Fact>> kinds() {
    return Set.of(VpcPeering.class);
  }

  @Override
  public Stream<? extends Fact> read(RegionalEc2 ec2) {
    return ec2.client().describeVpcPeeringConnectionsPaginator().vpcPeeringConnections().stream()
        .map(peering -> fact(ec2, peering));
  }

  private static VpcPeering fact(RegionalEc2 ec2, VpcPeeringConnection peering) {
    return new VpcPeering(
        ec2.source(peering.vpcPeeringConnectionId()),
        new Ref(peering.vpcPeeringConnectionId()),
        Value.known(new Ref(peering.requesterVpcInfo().vpcId())),
        Value.known(new Ref(peering.accepterVpcInfo().vpcId())),
        status(peering.status()));
  }

  static Value<Status> status(VpcPeeringConnectionStateReason status) {
    return switch (status.code()) {
      case ACTIVE -> Value.known(Status.ACTIVE);
      case PENDING_ACCEPTANCE -> Value.known(Status.PENDING_ACCEPTANCE);
      case DELETING, DELETED, REJECTED, FAILED, EXPIRED -> Value.known(Status.DEAD);
      case INITIATING_REQUEST, PROVISIONING ->
          Value.unknown("it is on its way (%s)".formatted(status.codeAsString()));
      case UNKNOWN_TO_SDK_VERSION -> Value.unknown("its status, " + status.codeAsString());
    };
  }
}
