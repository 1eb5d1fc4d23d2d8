package dev.atoll.stacks.aws;

import dev.atoll.aws.Region;
import dev.atoll.stacks.terraform.Block;
import dev.atoll.stacks.terraform.Data;
import dev.atoll.stacks.terraform.Expression;
import java.util.List;

/**
 * A certificate that another root made, found by its domain: issued, and the newest of those.
 *
 * @param domain its first name
 */
public record AwsAcmCertificateLookup(String name, Region region, String domain) implements Data {

  /** Its ARN. */
  public Expression arn() {
    return attribute("arn");
  }

  @Override
  public String type() {
    return "aws_acm_certificate";
  }

  @Override
  public Block arguments() {
    return Block.of("domain", domain).with("statuses", List.of("ISSUED")).with("most_recent", true);
  }
}
