package dev.atoll.stacks.aws;

import dev.atoll.aws.Cidr;
import dev.atoll.aws.Region;
import dev.atoll.stacks.terraform.Block;
import dev.atoll.stacks.terraform.Resource;
import java.util.Map;

/** A subnet. */
public record AwsSubnet(
    String name,
    Region region,
    AwsVpc vpc,
    String zone,
    Cidr cidr,
    boolean publicAddresses,
    Map<String, String> tags)
    implements Resource {
  @Override
  public String type() {
    return "aws_subnet";
  }

  @Override
  public Block arguments() {
    return Block.of("vpc_id", vpc.id())
        .with("availability_zone", zone)
        .with("cidr_block", cidr)
        .with("map_public_ip_on_launch", publicAddresses)
        .with("tags", tags);
  }
}
