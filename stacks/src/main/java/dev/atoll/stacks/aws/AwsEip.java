package dev.atoll.stacks.aws;

import dev.atoll.aws.Region;
import dev.atoll.stacks.terraform.Block;
import dev.atoll.stacks.terraform.Resource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An Elastic IP address in a VPC.
 *
 * @param gateway the VPC's way to the internet, where the same root makes it
 */
public record AwsEip(
    String name, Region region, Optional<AwsInternetGateway> gateway, Map<String, String> tags)
    implements Resource {
  @Override
  public String type() {
    return "aws_eip";
  }

  @Override
  public Block arguments() {
    return Block.of("domain", "vpc").with("tags", tags);
  }

  /** AWS maps no address to anything in a VPC that has no internet gateway. */
  @Override
  public List<Resource> dependsOn() {
    return gateway.map(made -> List.<Resource>of(made)).orElse(List.of());
  }
}
