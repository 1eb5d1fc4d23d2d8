package dev.atoll.conformance.suite;

import dev.atoll.aws.Region;
import dev.atoll.facts.Facts;
import dev.atoll.itest.aws.AccountReader;
import dev.atoll.itest.aws.AwsAccount;
import dev.atoll.itest.aws.NetworkReader;
import dev.atoll.itest.aws.StateReader;
import java.util.List;

/**
 * What AWS's APIs say of an account.
 *
 * @param aws the account
 * @param regions the Regions that are asked
 */
public record ReadBack(AwsAccount aws, List<Region> regions) {

  /** Copies its arguments. */
  public ReadBack {
    regions = List.copyOf(regions);
  }

  /**
   * Network, clusters, roles, certificates, names, databases, caches and secrets. What the account
   * refuses to show is a gap.
   */
  public Facts everything() {
    return AccountReader.read(aws, regions);
  }

  /** The same and the bucket that keeps the state. */
  Facts withState(String bucket) {
    return everything().and(StateReader.read(aws, bucket));
  }

  /** The network alone. */
  Facts network() {
    return Facts.of(aws.origin(), NetworkReader.read(aws, regions));
  }
}
