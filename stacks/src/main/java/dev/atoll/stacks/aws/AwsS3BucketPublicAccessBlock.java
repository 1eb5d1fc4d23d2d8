package dev.atoll.stacks.aws;

import dev.atoll.aws.Region;
import dev.atoll.stacks.terraform.Block;
import dev.atoll.stacks.terraform.Resource;

/** Keeps a bucket from ever being public. */
public record AwsS3BucketPublicAccessBlock(String name, Region region, AwsS3Bucket bucket)
    implements Resource {
  @Override
  public String type() {
    return "aws_s3_bucket_public_access_block";
  }

  @Override
  public Block arguments() {
    return Block.of("bucket", bucket.id())
        .with("block_public_acls", true)
        .with("block_public_policy", true)
        .with("ignore_public_acls", true)
        .with("restrict_public_buckets", true);
  }
}
