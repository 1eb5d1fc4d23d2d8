package dev.atoll.itest.aws;

import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.DescribeInstancesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeInstancesResponse;
import software.amazon.awssdk.services.ec2.model.DescribeNetworkAclsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeNetworkAclsResponse;
import software.amazon.awssdk.services.ec2.model.DescribeRouteTablesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeRouteTablesResponse;
import software.amazon.awssdk.services.ec2.model.DescribeSecurityGroupRulesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeSecurityGroupRulesResponse;
import software.amazon.awssdk.services.ec2.model.DescribeSecurityGroupsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeSecurityGroupsResponse;
import software.amazon.awssdk.services.ec2.model.DescribeSubnetsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeSubnetsResponse;
import software.amazon.awssdk.services.ec2.model.DescribeVpcPeeringConnectionsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeVpcPeeringConnectionsResponse;
import software.amazon.awssdk.services.ec2.model.DescribeVpcsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeVpcsResponse;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.InstanceNetworkInterface;
import software.amazon.awssdk.services.ec2.model.NetworkAcl;
import software.amazon.awssdk.services.ec2.model.Reservation;
import software.amazon.awssdk.services.ec2.model.RouteTable;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;
import software.amazon.awssdk.services.ec2.model.SecurityGroupRule;
import software.amazon.awssdk.services.ec2.model.Subnet;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.Vpc;
import software.amazon.awssdk.services.ec2.model.VpcPeeringConnection;

/** EC2 with two things of every kind, one on each page. Any call but these is refused. */
final class TwoPages implements Ec2Client {

  private static String id(String kind, String token) {
    return kind + (token == null ? "-1" : "-2");
  }

  private static String next(String token) {
    return token == null ? "more" : null;
  }

  @Override
  public DescribeVpcsResponse describeVpcs(DescribeVpcsRequest request) {
    String token = request.nextToken();
    return DescribeVpcsResponse.builder()
        .vpcs(Vpc.builder().vpcId(id("vpc", token)).cidrBlock("10.0.0.0/16").build())
        .nextToken(next(token))
        .build();
  }

  @Override
  public DescribeSubnetsResponse describeSubnets(DescribeSubnetsRequest request) {
    String token = request.nextToken();
    return DescribeSubnetsResponse.builder()
        .subnets(
            Subnet.builder()
                .subnetId(id("subnet", token))
                .vpcId("vpc-1")
                .availabilityZone("eu-west-1a")
                .cidrBlock("10.0.0.0/20")
                .build())
        .nextToken(next(token))
        .build();
  }

  @Override
  public DescribeRouteTablesResponse describeRouteTables(DescribeRouteTablesRequest request) {
    String token = request.nextToken();
    return DescribeRouteTablesResponse.builder()
        .routeTables(RouteTable.builder().routeTableId(id("rtb", token)).vpcId("vpc-1").build())
        .nextToken(next(token))
        .build();
  }

  @Override
  public DescribeVpcPeeringConnectionsResponse describeVpcPeeringConnections(
      DescribeVpcPeeringConnectionsRequest request) {
    String token = request.nextToken();
    return DescribeVpcPeeringConnectionsResponse.builder()
        .vpcPeeringConnections(
            VpcPeeringConnection.builder()
                .vpcPeeringConnectionId(id("pcx", token))
                .requesterVpcInfo(vpc -> vpc.vpcId("vpc-1"))
                .accepterVpcInfo(vpc -> vpc.vpcId("vpc-2"))
                .status(status -> status.code("active"))
                .build())
        .nextToken(next(token))
        .build();
  }

  @Override
  public DescribeSecurityGroupsResponse describeSecurityGroups(
      DescribeSecurityGroupsRequest request) {
    String token = request.nextToken();
    return DescribeSecurityGroupsResponse.builder()
        .securityGroups(
            SecurityGroup.builder()
                .groupId(id("sg", token))
                .vpcId("vpc-1")
                .groupName("nodes")
                .build())
        .nextToken(next(token))
        .build();
  }

  @Override
  public DescribeSecurityGroupRulesResponse describeSecurityGroupRules(
      DescribeSecurityGroupRulesRequest request) {
    String token = request.nextToken();
    return DescribeSecurityGroupRulesResponse.builder()
        .securityGroupRules(
            SecurityGroupRule.builder()
                .securityGroupRuleId(id("sgr", token))
                .groupId("sg-1")
                .isEgress(false)
                .ipProtocol("tcp")
                .fromPort(8080)
                .toPort(8080)
                .cidrIpv4("10.1.0.0/16")
                .build())
        .nextToken(next(token))
        .build();
  }

  @Override
  public DescribeNetworkAclsResponse describeNetworkAcls(DescribeNetworkAclsRequest request) {
    String token = request.nextToken();
    return DescribeNetworkAclsResponse.builder()
        .networkAcls(
            NetworkAcl.builder()
                .networkAclId(id("acl", token))
                .vpcId("vpc-1")
                .isDefault(true)
                .build())
        .nextToken(next(token))
        .build();
  }

  @Override
  public DescribeInstancesResponse describeInstances(DescribeInstancesRequest request) {
    String token = request.nextToken();
    Instance node =
        Instance.builder()
            .instanceId(id("i", token))
            .tags(Tag.builder().key("eks:cluster-name").value("coder").build())
            .networkInterfaces(
                InstanceNetworkInterface.builder()
                    .networkInterfaceId(id("eni", token))
                    .vpcId("vpc-1")
                    .subnetId("subnet-1")
                    .build())
            .build();
    return DescribeInstancesResponse.builder()
        .reservations(Reservation.builder().instances(node).build())
        .nextToken(next(token))
        .build();
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  @Override
  public void close() {}
}
