package dev.atoll.stacks.terraform;

import dev.atoll.aws.Region;

/** Where a root keeps its state. */
public sealed interface Backend {

  /**
   * In S3: encrypted, and locked by a lock file beside the state.
   *
   * @param bucket the name of the bucket
   * @param key the object's key
   * @param region the Region of the bucket
   */
  record S3(String bucket, String key, Region region) implements Backend {}

  /**
   * In a file beside the root: for trying things out, and for the root that makes the bucket.
   *
   * @param path the path of the file, relative to the root
   */
  record Local(String path) implements Backend {}
}
