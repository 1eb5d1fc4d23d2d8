package dev.atoll.stacks.aws;

import dev.atoll.aws.Region;
import dev.atoll.stacks.terraform.Block;
import dev.atoll.stacks.terraform.Expression;
import dev.atoll.stacks.terraform.Resource;
import java.util.List;
import java.util.Map;

/**
 * A certificate of AWS Certificate Manager that DNS records validate.
 *
 * @param domain its main name
 * @param alternatives its other names
 */
public record AwsAcmCertificate(
    String name, Region region, String domain, List<String> alternatives, Map<String, String> tags)
    implements Resource {

  public AwsAcmCertificate {
    alternatives = List.copyOf(alternatives);
    tags = Map.copyOf(tags);
  }

  @Override
  public String type() {
    return "aws_acm_certificate";
  }

  @Override
  public Block arguments() {
    return Block.of("domain_name", domain)
        .with("subject_alternative_names", alternatives)
        .with("validation_method", "DNS")
        .with("tags", tags)
        // A load balancer holds on to the old one until it has the new one.
        .with("lifecycle", Block.of("create_before_destroy", true));
  }

  /**
   * An attribute of the record that validates one of its names. The names are known at plan time,
   * what ACM wants to see under them is not: so the option is chosen by its name and nothing has to
   * be counted.
   */
  public Expression validation(String domain, String attribute) {
    return new Expression(
        "one([for option in %s.domain_validation_options : option.%s if option.domain_name == \"%s\"])"
            .formatted(address(), attribute, domain));
  }
}
