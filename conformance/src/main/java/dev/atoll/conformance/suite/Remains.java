package dev.atoll.conformance.suite;

import dev.atoll.aws.Cidr;
import dev.atoll.facts.Fact;
import dev.atoll.facts.Facts;
import dev.atoll.facts.cache.CacheGroup;
import dev.atoll.facts.cluster.EksCluster;
import dev.atoll.facts.database.DatabaseCluster;
import dev.atoll.facts.database.DatabaseInstance;
import dev.atoll.facts.dns.DnsRecord;
import dev.atoll.facts.dns.HealthAlarm;
import dev.atoll.facts.dns.HealthCheck;
import dev.atoll.facts.dns.TopicSubscription;
import dev.atoll.facts.iam.OidcProvider;
import dev.atoll.facts.iam.Role;
import dev.atoll.facts.loadbalancer.LoadBalancer;
import dev.atoll.facts.loadbalancer.TargetGroup;
import dev.atoll.facts.network.NodeInterfaces;
import dev.atoll.facts.network.Vpc;
import dev.atoll.facts.network.VpcPeering;
import dev.atoll.facts.secret.Secret;
import dev.atoll.facts.tls.Certificate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.model.Address;

/**
 * What a deployment left behind in an account that held nothing else. The hosted zone and the
 * bucket of the state were there before it and stay.
 *
 * @param account the account
 * @param vpcs the CIDR blocks of the deployment's VPCs; AWS's default VPCs have another
 */
record Remains(ReadBack account, List<Cidr> vpcs) {

  /** Whatever of this is there was left. */
  private static final Set<Class<? extends Fact>> MADE =
      Set.of(
          NodeInterfaces.class,
          EksCluster.class,
          Role.class,
          OidcProvider.class,
          DatabaseCluster.class,
          DatabaseInstance.class,
          CacheGroup.class,
          Secret.class,
          Certificate.class,
          HealthCheck.class,
          HealthAlarm.class,
          TopicSubscription.class,
          LoadBalancer.class,
          TargetGroup.class);

  /** What makes a zone a zone. */
  private static final Set<String> OF_THE_ZONE = Set.of("NS", "SOA");

  Remains {
    vpcs = List.copyOf(vpcs);
  }

  /** The ids of everything that is left. */
  List<String> found() {
    return Stream.concat(in(account.everything()), addresses()).toList();
  }

  private Stream<String> in(Facts facts) {
    return facts.everything().stream().filter(this::isLeft).map(fact -> fact.ref().key());
  }

  private boolean isLeft(Fact fact) {
    if (fact instanceof Vpc vpc) {
      return vpcs.stream().anyMatch(cidr -> vpc.cidrs().is(all -> all.contains(cidr)).isYes());
    }
    if (fact instanceof VpcPeering peering) {
      return !peering.status().is(VpcPeering.Status.DEAD::equals).isYes();
    }
    if (fact instanceof DnsRecord record) {
      return !record.type().is(OF_THE_ZONE::contains).isYes();
    }
    return MADE.contains(fact.getClass());
  }

  private Stream<String> addresses() {
    return account.regions().stream()
        .flatMap(region -> account.aws().ec2(region).describeAddresses().addresses().stream())
        .map(Address::allocationId);
  }
}
