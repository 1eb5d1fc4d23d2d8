package dev.atoll.topology;

import static dev.atoll.aws.Region.US_EAST_2;
import static dev.atoll.aws.Region.US_WEST_2;
import static dev.atoll.topology.Reason.because;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atoll.facts.aws.Quota;
import dev.atoll.facts.coder.Licence;
import dev.atoll.facts.model.ServedName;
import dev.atoll.facts.model.ServedName.Owner;
import org.junit.jupiter.api.Test;

/** What becomes of a topology that waits, once its licence is there. */
class LicensedTopologyTest {

  @Test
  void theNameIsTheServersUntilTheLicenceIsThereAndThenTheProxys() {
    Topology waiting = waiting(7);

    assertThat(owner(waiting)).isEqualTo(Owner.CODER);
    assertThat(owner(waiting.licensed())).isEqualTo(Owner.WORKSPACE_PROXY);
  }

  @Test
  void nothingWaitsAndTheLicenceIsDeclared() {
    Topology licensed = waiting(7).licensed();

    assertThat(licensed.region(US_WEST_2).workspaceProxy().orElseThrow().isDeployed()).isTrue();
    assertThat(licensed.facts().all(Licence.class).stream().map(Licence::state))
        .containsExactly(Licence.State.DECLARED);
    assertThat(licensed.licensed()).isEqualTo(licensed);
  }

  @Test
  void whatTheWaitHidComesToLight() {
    Topology waiting = waiting(6);

    assertThatThrownBy(waiting::licensed)
        .isInstanceOf(InvalidTopology.class)
        .hasMessageContaining("us-west-2 needs 7 Elastic IP addresses; the quota is 6");
  }

  private static Owner owner(Topology topology) {
    return topology.facts().all(ServedName.class).stream()
        .filter(served -> served.name().equals("us-west-2.example.com"))
        .map(ServedName::owner)
        .reduce((one, other) -> other)
        .orElseThrow();
  }

  private static Topology waiting(int addresses) {
    return Topology.named("demo")
        .domain("example.com")
        .coder(coder -> coder.licencePending(because("it is ordered")))
        .region(US_EAST_2, ohio -> ohio.primary().vpc("10.0.0.0/16"))
        .region(
            US_WEST_2,
            oregon ->
                oregon
                    .replica()
                    .vpc("10.1.0.0/16")
                    .workspaceProxy(
                        proxy -> proxy.displayName("Oregon").awaiting("the licence is to come")))
        .peering(US_EAST_2, US_WEST_2)
        .quota(Quota.Of.ELASTIC_IPS, addresses)
        .dns(dns -> dns.latencyRouting().regionalSubdomains())
        .build();
  }
}
