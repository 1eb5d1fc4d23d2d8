package dev.atoll.itest.localstack;

import java.util.List;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ec2.Ec2Client;

/** A VPC with two subnets and a security group, for what needs them. */
public record Network(String vpc, List<String> subnets, String group) {

  /** Makes one. */
  public static Network in(World world, Region region) {
    try (Ec2Client ec2 = world.client(Ec2Client.builder(), region)) {
      String vpc = ec2.createVpc(request -> request.cidrBlock("10.0.0.0/16")).vpc().vpcId();
      return new Network(
          vpc,
          List.of(
              subnet(ec2, vpc, "10.0.1.0/24", region.id() + "a"),
              subnet(ec2, vpc, "10.0.2.0/24", region.id() + "b")),
          ec2.createSecurityGroup(
                  request -> request.vpcId(vpc).groupName("data").description("data"))
              .groupId());
    }
  }

  private static String subnet(Ec2Client ec2, String vpc, String cidr, String zone) {
    return ec2.createSubnet(request -> request.vpcId(vpc).cidrBlock(cidr).availabilityZone(zone))
        .subnet()
        .subnetId();
  }
}
