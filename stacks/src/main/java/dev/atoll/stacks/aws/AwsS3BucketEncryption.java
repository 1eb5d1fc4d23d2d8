package dev.atoll.stacks.aws;

import dev.atoll.aws.Region;
import dev.atoll.stacks.terraform.Block;
import dev.atoll.stacks.terraform.Resource;
import java.util.List;

/** Encrypts every object of a bucket with the account key of KMS for S3. */
public record AwsS3BucketEncryption(String name, Region region, AwsS3Bucket bucket)
    implements Resource {
  @Override
  public String type() {
    return "aws_s3_bucket_server_side_encryption_configuration";
  }

  @Override
  public Block arguments() {
    return Block.of("bucket", bucket.id())
        .with(
            "rule",
            List.of(
                Block.of(
                        "apply_server_side_encryption_by_default",
                        List.of(Block.of("sse_algorithm", "aws:kms")))
                    .with("bucket_key_enabled", true)));
  }
}
