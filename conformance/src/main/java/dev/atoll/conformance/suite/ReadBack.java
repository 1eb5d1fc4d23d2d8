package dev.atoll.conformance.suite;

import dev.atoll.aws.Region;
import dev.atoll.facts.Fact;
import dev.atoll.facts.Facts;
import dev.atoll.itest.aws.AwsAccount;
import dev.atoll.itest.aws.CacheReader;
import dev.atoll.itest.aws.CertificateReader;
import dev.atoll.itest.aws.ClusterReader;
import dev.atoll.itest.aws.DatabaseReader;
import dev.atoll.itest.aws.DnsReader;
import dev.atoll.itest.aws.HealthAlarmReader;
import dev.atoll.itest.aws.IamReader;
import dev.atoll.itest.aws.LoadBalancerReader;
import dev.atoll.itest.aws.NetworkReader;
import dev.atoll.itest.aws.SecretReader;
import dev.atoll.itest.aws.StateReader;
import java.util.ArrayList;
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

  /** Network, clusters, roles, certificates, names, databases, caches and secrets. */
  public Facts everything() {
    List<Fact> facts = new ArrayList<>(network().everything());
    facts.addAll(ClusterReader.read(aws, regions));
    facts.addAll(IamReader.read(aws));
    facts.addAll(CertificateReader.read(aws, regions));
    facts.addAll(DnsReader.read(aws));
    facts.addAll(HealthAlarmReader.read(aws, regions));
    facts.addAll(DatabaseReader.read(aws, regions));
    facts.addAll(CacheReader.read(aws, regions));
    facts.addAll(SecretReader.read(aws, regions));
    facts.addAll(LoadBalancerReader.read(aws, regions));
    return Facts.of(aws.origin(), facts);
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
