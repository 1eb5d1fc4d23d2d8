package dev.atoll.stacks.state;

import dev.atoll.aws.Region;
import dev.atoll.stacks.aws.AwsS3Bucket;
import dev.atoll.stacks.aws.AwsS3BucketEncryption;
import dev.atoll.stacks.aws.AwsS3BucketPublicAccessBlock;
import dev.atoll.stacks.aws.AwsS3BucketVersioning;
import dev.atoll.stacks.terraform.Backend;
import dev.atoll.stacks.terraform.Output;
import dev.atoll.stacks.terraform.Root;
import dev.atoll.topology.StateStore;
import dev.atoll.topology.Topology;
import java.util.List;
import java.util.Map;

/**
 * The root that makes the bucket for everybody's state. It is applied once, before anything else,
 * and keeps its own state in a file: a bucket cannot hold the state of its own making.
 */
public final class StateBucketRoot {

  /** The tag by which a bucket is known to keep state. */
  public static final Map<String, String> PURPOSE = Map.of("atoll:purpose", "terraform-state");

  private StateBucketRoot() {}

  /** The name of this root for a topology. */
  public static String name(Topology topology) {
    return topology.name() + "-state";
  }

  /** The root. */
  public static Root of(Topology topology, Map<String, String> tags) {
    StateStore store = topology.design().state();
    Region region = store.region();
    AwsS3Bucket bucket = new AwsS3Bucket("state", region, store.bucket(), PURPOSE);
    return new Root(
            name(topology),
            new Backend.Local("terraform.tfstate"),
            tags,
            List.of(
                bucket,
                new AwsS3BucketVersioning("state", region, bucket),
                new AwsS3BucketEncryption("state", region, bucket),
                new AwsS3BucketPublicAccessBlock("state", region, bucket)),
            List.of(new Output("bucket", "The bucket that keeps the state", bucket.id())))
        .in(topology.design().account());
  }
}
