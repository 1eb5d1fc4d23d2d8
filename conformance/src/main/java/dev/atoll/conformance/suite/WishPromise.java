package dev.atoll.conformance.suite;

import dev.atoll.aws.Region;
import dev.atoll.practice.Finding;
import dev.atoll.topology.InvalidTopology;
import dev.atoll.topology.NetworkLoadBalancerBuilder;
import dev.atoll.topology.Topology;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** LB-7, tried: every wish of the documents' list is answered, and no other one is. */
final class WishPromise {

  private static final Map<String, Consumer<NetworkLoadBalancerBuilder>> NEED_ALB =
      new LinkedHashMap<>();
  private static final Map<String, Consumer<NetworkLoadBalancerBuilder>> NEED_NONE =
      new LinkedHashMap<>();

  static {
    NEED_ALB.put("path routing", nlb -> nlb.pathRouting("/v1/*"));
    NEED_ALB.put("host routing", nlb -> nlb.hostRouting("llm.example.com"));
    NEED_ALB.put("HTTP features", NetworkLoadBalancerBuilder::httpFeatures);
    NEED_ALB.put("WAF", NetworkLoadBalancerBuilder::webApplicationFirewall);
    NEED_ALB.put("HTTP metrics", NetworkLoadBalancerBuilder::httpMetrics);
    NEED_NONE.put("nothing", nlb -> {});
    NEED_NONE.put("TLS from ACM", NetworkLoadBalancerBuilder::tlsFromAcm);
    NEED_NONE.put("addresses from AWS", NetworkLoadBalancerBuilder::addressesFromAws);
    NEED_NONE.put("zones apart", NetworkLoadBalancerBuilder::withinZones);
  }

  private WishPromise() {}

  static PromiseOutcome outcome() {
    return outcome(NEED_ALB, NEED_NONE);
  }

  static PromiseOutcome outcome(
      Map<String, Consumer<NetworkLoadBalancerBuilder>> needAlb,
      Map<String, Consumer<NetworkLoadBalancerBuilder>> needNone) {
    List<String> broken = new ArrayList<>();
    needAlb.forEach(
        (wish, ask) -> {
          if (answers(ask) != 1) {
            broken.add("asking for " + wish + " is not answered with: this needs an ALB");
          }
        });
    needNone.forEach(
        (wish, ask) -> {
          if (answers(ask) != 0) {
            broken.add("asking for " + wish + " is answered with: this needs an ALB");
          }
        });
    return new PromiseOutcome(
        "%s need an ALB; %s do not"
            .formatted(String.join(", ", needAlb.keySet()), String.join(", ", needNone.keySet())),
        broken);
  }

  private static long answers(Consumer<NetworkLoadBalancerBuilder> wish) {
    return findings(wish).stream()
        .filter(finding -> finding.practice().id().equals("LB-7"))
        .filter(finding -> finding.what().contains("needs an Application Load Balancer: "))
        .count();
  }

  private static List<Finding> findings(Consumer<NetworkLoadBalancerBuilder> wish) {
    try {
      return Topology.named("wish")
          .domain("example.com")
          .coder(coder -> coder.networkLoadBalancer(wish))
          .region(Region.US_EAST_2, region -> region.primary().vpc("10.0.0.0/16"))
          .build()
          .warnings();
    } catch (InvalidTopology refused) {
      return refused.findings();
    }
  }
}
