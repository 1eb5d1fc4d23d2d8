package dev.atoll.topology;

import static dev.atoll.aws.Region.US_EAST_2;
import static dev.atoll.aws.Region.US_WEST_2;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import dev.atoll.analysis.cost.Bill;
import dev.atoll.analysis.cost.Cache;
import dev.atoll.analysis.cost.Database;
import dev.atoll.analysis.cost.PriceTable;
import dev.atoll.analysis.cost.Traffic;
import dev.atoll.facts.aws.Quota;
import dev.atoll.facts.loadbalancer.ElasticIp;
import dev.atoll.practice.Finding;
import dev.atoll.practice.Severity;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoadBalancerTest {

  private static final Map<String, Consumer<NetworkLoadBalancerBuilder>> NEEDS_ALB =
      Map.of(
          "path", nlb -> nlb.pathRouting("/v1/*"),
          "host name", nlb -> nlb.hostRouting("llm.coderdemo.io"),
          "redirects", NetworkLoadBalancerBuilder::httpFeatures,
          "WAF", NetworkLoadBalancerBuilder::webApplicationFirewall,
          "metrics", NetworkLoadBalancerBuilder::httpMetrics);

  private static TopologyBuilder with(Consumer<NetworkLoadBalancerBuilder> nlb) {
    return Topology.named("coderdemo")
        .domain("coderdemo.io")
        .coder(CoderBuilder::licensed)
        .coder(coder -> coder.networkLoadBalancer(nlb))
        .region(US_EAST_2, ohio -> ohio.primary().vpc("10.0.0.0/16"))
        .region(US_WEST_2, oregon -> oregon.vpc("10.1.0.0/16"))
        .peering(US_EAST_2, US_WEST_2);
  }

  private static List<Finding> errors(TopologyBuilder builder) {
    InvalidTopology refused = catchThrowableOfType(InvalidTopology.class, builder::build);
    assertThat(refused).isNotNull();
    return refused.findings().stream()
        .filter(finding -> finding.practice().severity() == Severity.ERROR)
        .toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"path", "host name", "redirects", "WAF", "metrics"})
  void askingForWhatAnNlbCannotDoExplainsThatAnAlbIsNeeded(String wish) {
    List<Finding> errors = errors(with(NEEDS_ALB.get(wish)));

    assertThat(errors).hasSize(1);
    Finding finding = errors.get(0);
    assertThat(finding.practice().id()).isEqualTo("LB-7");
    assertThat(finding.what()).contains(wish, "needs an Application Load Balancer: ");
    assertThat(finding.fix()).contains("Application Load Balancer", "subdomain");
    assertThat(finding.where()).hasSize(1);
    assertThat(finding.where().get(0).place()).contains("LoadBalancerTest.java:");
  }

  @Test
  void everyWishIsAnswered() {
    assertThat(errors(with(nlb -> NEEDS_ALB.values().forEach(wish -> wish.accept(nlb)))))
        .hasSize(5);
  }

  @Test
  void nothingElseDoes() {
    Topology topology =
        with(nlb -> nlb.tlsFromAcm().addressesFromAws().withinZones().tlsFromAcm()).build();

    assertThat(topology.warnings()).extracting(f -> f.practice().id()).doesNotContain("LB-7");
  }

  @Test
  void aGatewayPerZoneAndStaticAddressesNeedMoreThanTheDefaultQuota() {
    TopologyBuilder six = with(nlb -> {}).nat(NatGateways.ONE_PER_ZONE);

    assertThat(errors(six)).extracting(f -> f.practice().id()).containsOnly("LB-9").hasSize(2);
    assertThat(errors(six).get(0).what()).contains("us-east-2", "6", "5");
    assertThat(six.quota(Quota.Of.ELASTIC_IPS, 6).build().regions()).hasSize(2);
  }

  @Test
  void addressesFromAwsDoNotCount() {
    Topology topology =
        with(NetworkLoadBalancerBuilder::addressesFromAws).nat(NatGateways.ONE_PER_ZONE).build();

    assertThat(topology.facts().all(ElasticIp.class).facts()).hasSize(6);
  }

  @Test
  void addressesAreNamedAsSynthesisNamesThem() {
    assertThat(with(nlb -> {}).build().facts().all(ElasticIp.class).stream())
        .extracting(address -> address.ref().key())
        .containsExactly(
            "aws_eip.us_east_2_a_nat",
            "aws_eip.us_east_2_coder_a",
            "aws_eip.us_east_2_coder_b",
            "aws_eip.us_east_2_coder_c",
            "aws_eip.us_west_2_a_nat",
            "aws_eip.us_west_2_coder_a",
            "aws_eip.us_west_2_coder_b",
            "aws_eip.us_west_2_coder_c");
  }

  @Test
  void theBillHasWhatTheDesignHas() {
    Topology topology = with(NetworkLoadBalancerBuilder::withinZones).build();
    Bill bill = Bill.of(topology.materials(Traffic.DEFAULT), PriceTable.current());

    assertThat(bill.unpriced()).isEmpty();
    assertThat(bill.total("cluster").toDouble()).isCloseTo(146, within(0.001));
    assertThat(bill.total("network").toDouble()).isCloseTo(73, within(0.001));
    assertThat(bill.total("load balancer").toDouble()).isCloseTo(2 * 31.755, within(0.001));
    assertThat(bill.total("database").toDouble()).isCloseTo(43.8, within(0.001));
  }

  @Test
  void databasesAndCachesHaveTheirPlaceOnIt() {
    Design design = with(nlb -> {}).build().design();
    Bill bill =
        Bill.of(
            Materials.of(
                design,
                Traffic.DEFAULT,
                List.of(
                    new Database(US_EAST_2, "Coder", 0.5, 0),
                    new Database(US_EAST_2, "LiteLLM", 0.5, 0)),
                List.of(new Cache(US_EAST_2, "valkey", "cache.t4g.small", 2))),
            PriceTable.current());

    assertThat(bill.total("database").toDouble()).isCloseTo(87.6, within(0.001));
    assertThat(bill.total("cache").toDouble()).isPositive();
    assertThat(bill.leftOut())
        .anyMatch(missing -> missing.contains("storage"))
        .noneMatch(missing -> missing.startsWith("databases"));
  }
}
