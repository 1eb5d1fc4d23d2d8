package dev.atoll.stacks.aws;

import dev.atoll.aws.Region;
import dev.atoll.stacks.terraform.Block;
import dev.atoll.stacks.terraform.Resource;
import java.util.List;

/**
 * Makes IAM accept the tokens of a cluster's service accounts.
 *
 * @param audience for whom they must be made out
 */
public record AwsIamOpenIdConnectProvider(
    String name, Region region, AwsEksCluster cluster, String audience) implements Resource {

  @Override
  public String type() {
    return "aws_iam_openid_connect_provider";
  }

  @Override
  public Block arguments() {
    return Block.of("url", cluster.issuer()).with("client_id_list", List.of(audience));
  }
}
