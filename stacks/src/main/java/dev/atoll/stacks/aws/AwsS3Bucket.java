package dev.atoll.stacks.aws;

import dev.atoll.aws.Region;
import dev.atoll.stacks.terraform.Block;
import dev.atoll.stacks.terraform.Resource;
import java.util.List;
import java.util.Map;

/** A bucket that Terraform refuses to destroy. */
public record AwsS3Bucket(String name, Region region, String bucket, Map<String, String> tags)
    implements Resource {
  @Override
  public String type() {
    return "aws_s3_bucket";
  }

  @Override
  public Block arguments() {
    return Block.of("bucket", bucket)
        .with("tags", tags)
        .with("lifecycle", List.of(Block.of("prevent_destroy", true)));
  }
}
