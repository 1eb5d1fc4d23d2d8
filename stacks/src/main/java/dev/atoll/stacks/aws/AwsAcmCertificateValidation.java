package dev.atoll.stacks.aws;

import dev.atoll.aws.Region;
import dev.atoll.stacks.terraform.Block;
import dev.atoll.stacks.terraform.Resource;
import java.util.List;

/**
 * Waits until a certificate is issued. What uses the certificate refers to this one's {@code
 * certificate_arn}.
 *
 * @param certificate the certificate
 * @param records the records that validate it
 */
public record AwsAcmCertificateValidation(
    String name, Region region, AwsAcmCertificate certificate, List<AwsRoute53Record> records)
    implements Resource {

  public AwsAcmCertificateValidation {
    records = List.copyOf(records);
  }

  @Override
  public String type() {
    return "aws_acm_certificate_validation";
  }

  @Override
  public Block arguments() {
    return Block.of("certificate_arn", certificate.attribute("arn"))
        .with(
            "validation_record_fqdns",
            records.stream().map(record -> record.attribute("fqdn")).toList());
  }
}
