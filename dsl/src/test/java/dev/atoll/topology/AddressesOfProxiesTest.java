package dev.atoll.topology;

import static dev.atoll.aws.Region.US_EAST_2;
import static dev.atoll.aws.Region.US_WEST_2;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atoll.facts.aws.Quota;
import dev.atoll.facts.loadbalancer.ElasticIp;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** LB-9: a proxy's load balancer has addresses of its own, once there is a licence. */
class AddressesOfProxiesTest {

  @Test
  void aLicensedProxyNeedsAddresses() {
    assertThat(inOregon(proxy -> proxy.displayName("Oregon"))).isEqualTo(7);
    assertThat(inOregon(proxy -> proxy.displayName("Oregon").awaiting("no licence"))).isEqualTo(4);
  }

  @Test
  void theyCountAgainstTheQuota() {
    assertThatThrownBy(() -> topology(proxy -> proxy.displayName("Oregon"), 6))
        .isInstanceOf(InvalidTopology.class)
        .hasMessageContaining("LB-9")
        .hasMessageContaining("us-west-2 needs 7 Elastic IP addresses; the quota is 6");
  }

  private static long inOregon(Consumer<ProxyBuilder> proxy) {
    return topology(proxy, 7).facts().all(ElasticIp.class).stream()
        .filter(address -> address.region().is(US_WEST_2::equals).isYes())
        .count();
  }

  private static Topology topology(Consumer<ProxyBuilder> proxy, int quota) {
    return Topology.named("demo")
        .domain("example.com")
        .coder(coder -> coder.licensed())
        .region(US_EAST_2, ohio -> ohio.primary().vpc("10.0.0.0/16"))
        .region(US_WEST_2, oregon -> oregon.replica().vpc("10.1.0.0/16").workspaceProxy(proxy))
        .peering(US_EAST_2, US_WEST_2)
        .quota(Quota.Of.ELASTIC_IPS, quota)
        .build();
  }
}
