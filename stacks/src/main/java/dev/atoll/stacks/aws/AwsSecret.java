package dev.atoll.stacks.aws;

import dev.atoll.aws.Region;
import dev.atoll.stacks.terraform.Block;
import dev.atoll.stacks.terraform.Resource;
import java.util.List;

/**
 * A secret in Secrets Manager, with copies in other Regions.
 *
 * @param secretName its name, the same in every Region
 * @param replicas the other Regions
 * @param recoveryDays how long it can be brought back after it was deleted; 0 for not at all
 */
public record AwsSecret(
    String name,
    Region region,
    String secretName,
    String description,
    List<Region> replicas,
    int recoveryDays)
    implements Resource {
  @Override
  public String type() {
    return "aws_secretsmanager_secret";
  }

  @Override
  public Block arguments() {
    Block secret =
        Block.of("name", secretName)
            .with("description", description)
            .with("recovery_window_in_days", recoveryDays);
    return replicas.isEmpty()
        ? secret
        : secret.with(
            "replica", replicas.stream().map(copy -> Block.of("region", copy.name())).toList());
  }
}
