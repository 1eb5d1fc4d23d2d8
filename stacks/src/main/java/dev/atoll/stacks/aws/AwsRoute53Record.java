package dev.atoll.stacks.aws;

import dev.atoll.aws.Region;
import dev.atoll.stacks.terraform.Block;
import dev.atoll.stacks.terraform.Resource;
import java.time.Duration;
import java.util.List;

/**
 * The record by which ACM sees that a name is ours.
 *
 * @param zone the hosted zone
 * @param certificate the certificate that names the record
 * @param domain the name that is validated
 * @param ttl how long resolvers may keep it
 */
public record AwsRoute53Record(
    String name,
    Region region,
    AwsRoute53Zone zone,
    AwsAcmCertificate certificate,
    String domain,
    Duration ttl)
    implements Resource {
  @Override
  public String type() {
    return "aws_route53_record";
  }

  @Override
  public Block arguments() {
    return Block.of("zone_id", zone.id())
        .with("name", certificate.validation(domain, "resource_record_name"))
        .with("type", "CNAME")
        .with("ttl", ttl.toSeconds())
        .with("records", List.of(certificate.validation(domain, "resource_record_value")))
        // The CNAME is the same for every certificate that this account ever had for the name: one
        // that an earlier certificate left behind is taken over.
        .with("allow_overwrite", true);
  }
}
