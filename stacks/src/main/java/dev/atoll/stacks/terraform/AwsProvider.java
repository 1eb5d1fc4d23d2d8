package dev.atoll.stacks.terraform;

import dev.atoll.aws.Region;

/** The AWS provider of one Region. A root adds its tags and the account it may touch. */
public record AwsProvider(Region region) implements Provider {

  /** The version that the roots are checked against. */
  public static final String VERSION = "5.100.0";

  @Override
  public String name() {
    return "aws";
  }

  @Override
  public String source() {
    return "hashicorp/aws";
  }

  @Override
  public String version() {
    return VERSION;
  }

  @Override
  public Block arguments() {
    return Block.of("region", region.name());
  }
}
