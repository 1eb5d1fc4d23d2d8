package dev.atoll.stacks.aws;

import dev.atoll.aws.Region;
import dev.atoll.stacks.terraform.Block;
import dev.atoll.stacks.terraform.Resource;
import java.util.List;

/** Keeps every version of every object of a bucket. */
public record AwsS3BucketVersioning(String name, Region region, AwsS3Bucket bucket)
    implements Resource {
  @Override
  public String type() {
    return "aws_s3_bucket_versioning";
  }

  @Override
  public Block arguments() {
    return Block.of("bucket", bucket.id())
        .with("versioning_configuration", List.of(Block.of("status", "Enabled")));
  }
}
