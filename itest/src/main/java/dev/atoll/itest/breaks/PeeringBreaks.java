package dev.atoll.itest.breaks;

import static dev.atoll.itest.breaks.Link.known;

import dev.atoll.facts.network.Vpc;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.TagSpecification;
import software.amazon.awssdk.services.ec2.model.VpcPeeringConnection;
import software.amazon.awssdk.services.ec2.model.VpcPeeringConnectionVpcInfo;

/**
 * Breaks of the peering itself. The emulator changes its status at once; AWS takes a moment for
 * each step.
 */
final class PeeringBreaks {

  private PeeringBreaks() {}

  /** Deletes the peering; its routes stay behind. */
  static Healing deleted(Link link) {
    VpcPeeringConnection before = describe(link);
    delete(link);
    return () -> accept(link, before, requestAnew(link, before.tags()));
  }

  /** Leaves a request that nobody has accepted, with the routes leading to it. */
  static Healing neverAccepted(Link link) {
    VpcPeeringConnection before = describe(link);
    delete(link);
    String peering = requestAnew(link, before.tags());
    return () -> accept(link, before, peering);
  }

  private static VpcPeeringConnection describe(Link link) {
    return link.ec2(link.requester())
        .describeVpcPeeringConnections(
            request -> request.vpcPeeringConnectionIds(link.peering().ref().key()))
        .vpcPeeringConnections()
        .get(0);
  }

  private static void delete(Link link) {
    link.ec2(link.requester())
        .deleteVpcPeeringConnection(
            request -> request.vpcPeeringConnectionId(link.peering().ref().key()));
  }

  // The new request has a new id, so whatever led to the old one has to be led to it.
  private static String requestAnew(Link link, List<Tag> tags) {
    String peering =
        link.ec2(link.requester())
            .createVpcPeeringConnection(
                request ->
                    request
                        .vpcId(link.requester().ref().key())
                        .peerVpcId(link.accepter().ref().key())
                        .peerRegion(known(link.accepter().region()).name())
                        .tagSpecifications(specification(tags)))
            .vpcPeeringConnection()
            .vpcPeeringConnectionId();
    Stream.of(link.from(), link.to()).forEach(vpc -> lead(link, vpc, peering));
    return peering;
  }

  private static List<TagSpecification> specification(List<Tag> tags) {
    return tags.isEmpty()
        ? List.of()
        : List.of(
            TagSpecification.builder()
                .resourceType(ResourceType.VPC_PEERING_CONNECTION)
                .tags(tags)
                .build());
  }

  private static void lead(Link link, Vpc vpc, String peering) {
    Ec2Client ec2 = link.ec2(vpc);
    link.routes(vpc)
        .forEach(
            route ->
                ec2.replaceRoute(
                    request ->
                        request
                            .routeTableId(known(route.table()).key())
                            .destinationCidrBlock(known(route.destination()).toString())
                            .vpcPeeringConnectionId(peering)));
  }

  // Each side sets its own options, in its own Region, once the peering is active.
  private static void accept(Link link, VpcPeeringConnection before, String peering) {
    Ec2Client requester = link.ec2(link.requester());
    Ec2Client accepter = link.ec2(link.accepter());
    accepter.acceptVpcPeeringConnection(request -> request.vpcPeeringConnectionId(peering));
    if (resolvesNames(before.requesterVpcInfo())) {
      requester.modifyVpcPeeringConnectionOptions(
          request ->
              request
                  .vpcPeeringConnectionId(peering)
                  .requesterPeeringConnectionOptions(
                      options -> options.allowDnsResolutionFromRemoteVpc(true)));
    }
    if (resolvesNames(before.accepterVpcInfo())) {
      accepter.modifyVpcPeeringConnectionOptions(
          request ->
              request
                  .vpcPeeringConnectionId(peering)
                  .accepterPeeringConnectionOptions(
                      options -> options.allowDnsResolutionFromRemoteVpc(true)));
    }
  }

  private static boolean resolvesNames(VpcPeeringConnectionVpcInfo side) {
    return side.peeringOptions() != null
        && Boolean.TRUE.equals(side.peeringOptions().allowDnsResolutionFromRemoteVpc());
  }
}
