package dev.atoll.stacks.aws;

import dev.atoll.aws.Cidr;
import dev.atoll.aws.Region;
import dev.atoll.stacks.terraform.Block;
import dev.atoll.stacks.terraform.Resource;
import java.util.Map;

/** A VPC with DNS host names, as EKS needs. */
public record AwsVpc(String name, Region region, Cidr cidr, Map<String, String> tags)
    implements Resource {
  @Override
  public String type() {
    return "aws_vpc";
  }

  @Override
  public Block arguments() {
    return Block.of("cidr_block", cidr)
        .with("enable_dns_support", true)
        .with("enable_dns_hostnames", true)
        .with("tags", tags);
  }
}
