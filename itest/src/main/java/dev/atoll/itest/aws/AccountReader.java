package dev.atoll.itest.aws;

import dev.atoll.aws.Region;
import dev.atoll.facts.Fact;
import dev.atoll.facts.Facts;
import dev.atoll.facts.cache.CacheGroup;
import dev.atoll.facts.cluster.EksCluster;
import dev.atoll.facts.database.DatabaseCluster;
import dev.atoll.facts.database.DatabaseInstance;
import dev.atoll.facts.dns.DnsRecord;
import dev.atoll.facts.dns.HealthAlarm;
import dev.atoll.facts.dns.HealthCheck;
import dev.atoll.facts.dns.HostedZone;
import dev.atoll.facts.dns.TopicSubscription;
import dev.atoll.facts.iam.OidcProvider;
import dev.atoll.facts.iam.Role;
import dev.atoll.facts.iam.RolePolicy;
import dev.atoll.facts.loadbalancer.Listener;
import dev.atoll.facts.loadbalancer.LoadBalancer;
import dev.atoll.facts.loadbalancer.TargetGroup;
import dev.atoll.facts.secret.Credential;
import dev.atoll.facts.secret.Secret;
import dev.atoll.facts.tls.Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Reads all of an account that the readers of this package know, as far as it may be read. */
public final class AccountReader {

  private static final String EVERYWHERE = "every Region";

  private AccountReader() {}

  /**
   * Network, clusters, roles, certificates, names, alarms, databases, caches, secrets and load
   * balancers. What is refused is a gap.
   *
   * @throws software.amazon.awssdk.core.exception.SdkException when a call fails for another reason
   */
  public static Facts read(AwsAccount account, Collection<Region> regions) {
    Listing listing = new Listing();
    regions.forEach(region -> NetworkReader.read(account, region, listing));
    regions.forEach(region -> regional(account, region, listing));
    global(account, listing);
    for (Region region : HealthAlarmReader.asked(regions)) {
      listing
          .read(region, Set.of(HealthAlarm.class), () -> HealthAlarmReader.alarms(account, region))
          .read(
              region,
              Set.of(TopicSubscription.class),
              () -> HealthAlarmReader.subscriptions(account, region));
    }
    return listing.facts(account.origin());
  }

  private static void regional(AwsAccount account, Region region, Listing listing) {
    List<Region> here = List.of(region);
    Set<Class<? extends Fact>> databases =
        Set.of(DatabaseCluster.class, DatabaseInstance.class, Credential.class);
    LoadBalancerReader balancers = new LoadBalancerReader(account, region);
    listing
        .read(region, Set.of(EksCluster.class), () -> ClusterReader.read(account, here).stream())
        .read(
            region, Set.of(Certificate.class), () -> CertificateReader.read(account, here).stream())
        .read(region, databases, () -> DatabaseReader.read(account, here).stream())
        .read(
            region,
            Set.of(CacheGroup.class, Credential.class),
            () -> CacheReader.read(account, here).stream())
        .read(region, Set.of(Secret.class), () -> SecretReader.read(account, here).stream())
        .read(region, Set.of(LoadBalancer.class), balancers::balancers)
        .read(region, Set.of(Listener.class), balancers::listeners)
        .read(region, Set.of(TargetGroup.class), balancers::groups);
  }

  private static void global(AwsAccount account, Listing listing) {
    listing
        .read(EVERYWHERE, Set.of(OidcProvider.class), () -> IamReader.providers(account))
        .read(EVERYWHERE, Set.of(Role.class), () -> IamReader.roles(account))
        .read(EVERYWHERE, Set.of(RolePolicy.class), () -> IamReader.policies(account))
        .read(EVERYWHERE, Set.of(HostedZone.class), () -> DnsReader.zones(account))
        .read(EVERYWHERE, Set.of(DnsRecord.class), () -> DnsReader.records(account))
        .read(EVERYWHERE, Set.of(HealthCheck.class), () -> DnsReader.checks(account));
  }
}
