package dev.atoll.itest.aws;

import dev.atoll.aws.Cidr;
import dev.atoll.aws.Region;
import dev.atoll.facts.Fact;
import dev.atoll.facts.Facts;
import dev.atoll.itest.nodes.EksNodes;
import dev.atoll.itest.nodes.NodeGroup;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.IpRange;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.TagSpecification;

/**
 * Two peered Regions as a deployment makes them, built through the SDK: three private and three
 * public subnets each, a route table for either kind, routes both ways, nodes in the private
 * subnets whose security group admits 8080 from the peer.
 *
 * @param peering the id of the peering, requested by Ohio
 */
public record TwoRegions(AwsAccount account, Side ohio, Side oregon, String peering) {

  /** The ids of what is in one Region. */
  public record Side(
      Region region,
      String cidr,
      String vpc,
      List<String> privateSubnets,
      List<String> publicSubnets,
      String privateTable,
      String publicTable,
      String gateway,
      String nodeGroup) {}

  /** Builds it in an empty account. */
  public static TwoRegions in(AwsAccount account) {
    Side ohio = side(account, Region.US_EAST_2, "10.0.0.0/16");
    Side oregon = side(account, Region.US_WEST_2, "10.1.0.0/16");
    String peering =
        account
            .ec2(ohio.region())
            .createVpcPeeringConnection(
                request ->
                    request
                        .vpcId(ohio.vpc())
                        .peerVpcId(oregon.vpc())
                        .peerRegion(oregon.region().name())
                        .tagSpecifications(
                            tags(ResourceType.VPC_PEERING_CONNECTION, "Name", "ohio-oregon")))
            .vpcPeeringConnection()
            .vpcPeeringConnectionId();
    account
        .ec2(oregon.region())
        .acceptVpcPeeringConnection(request -> request.vpcPeeringConnectionId(peering));
    connect(account, ohio, oregon, peering);
    connect(account, oregon, ohio, peering);
    return new TwoRegions(account, ohio, oregon, peering);
  }

  /** Everything that the reader sees of both Regions. */
  public Facts facts() {
    List<Fact> facts = NetworkReader.read(account, List.of(ohio.region(), oregon.region()));
    return Facts.of(account.origin(), facts);
  }

  private static Side side(AwsAccount account, Region region, String cidr) {
    Ec2Client ec2 = account.ec2(region);
    String vpc = ec2.createVpc(request -> request.cidrBlock(cidr)).vpc().vpcId();
    List<Cidr> blocks = Cidr.parse(cidr).split(4);
    List<String> privateSubnets = subnets(ec2, region, vpc, blocks.subList(0, 3));
    List<String> publicSubnets = subnets(ec2, region, vpc, blocks.subList(3, 6));
    String gateway = ec2.createInternetGateway().internetGateway().internetGatewayId();
    ec2.attachInternetGateway(request -> request.internetGatewayId(gateway).vpcId(vpc));
    String publicTable = table(ec2, vpc, publicSubnets);
    ec2.createRoute(
        request ->
            request.routeTableId(publicTable).destinationCidrBlock("0.0.0.0/0").gatewayId(gateway));
    String nodes =
        ec2.createSecurityGroup(
                request -> request.vpcId(vpc).groupName("nodes").description("nodes"))
            .groupId();
    NodeGroup group =
        new NodeGroup("coder-" + region, "default", privateSubnets, Optional.empty(), nodes);
    EksNodes.start(ec2, group);
    return new Side(
        region,
        cidr,
        vpc,
        privateSubnets,
        publicSubnets,
        table(ec2, vpc, privateSubnets),
        publicTable,
        gateway,
        nodes);
  }

  private static List<String> subnets(Ec2Client ec2, Region region, String vpc, List<Cidr> blocks) {
    List<String> zones = List.of("a", "b", "c");
    return zones.stream()
        .map(
            zone ->
                ec2.createSubnet(
                        request ->
                            request
                                .vpcId(vpc)
                                .cidrBlock(blocks.get(zones.indexOf(zone)).toString())
                                .availabilityZone(region + zone))
                    .subnet()
                    .subnetId())
        .toList();
  }

  private static String table(Ec2Client ec2, String vpc, List<String> subnets) {
    String table = ec2.createRouteTable(request -> request.vpcId(vpc)).routeTable().routeTableId();
    subnets.forEach(
        subnet -> ec2.associateRouteTable(request -> request.routeTableId(table).subnetId(subnet)));
    return table;
  }

  private static void connect(AwsAccount account, Side here, Side there, String peering) {
    Ec2Client ec2 = account.ec2(here.region());
    List.of(here.privateTable(), here.publicTable())
        .forEach(
            table ->
                ec2.createRoute(
                    request ->
                        request
                            .routeTableId(table)
                            .destinationCidrBlock(there.cidr())
                            .vpcPeeringConnectionId(peering)));
    ec2.authorizeSecurityGroupIngress(
        request ->
            request
                .groupId(here.nodeGroup())
                .ipPermissions(
                    IpPermission.builder()
                        .ipProtocol("tcp")
                        .fromPort(8080)
                        .toPort(8080)
                        .ipRanges(
                            IpRange.builder()
                                .cidrIp(there.cidr())
                                .description("Coder replicas")
                                .build())
                        .build())
                .tagSpecifications(tags(ResourceType.SECURITY_GROUP_RULE, "Name", "replicas")));
  }

  /** One tag, for what is being created. */
  public static TagSpecification tags(ResourceType type, String key, String value) {
    return TagSpecification.builder()
        .resourceType(type)
        .tags(Tag.builder().key(key).value(value).build())
        .build();
  }
}
