package dev.atoll.itest.twin;

import static dev.atoll.aws.Region.US_EAST_2;
import static dev.atoll.aws.Region.US_WEST_2;
import static dev.atoll.topology.Reason.because;
import static dev.atoll.topology.Units.acu;
import static dev.atoll.topology.Units.gibibytes;

import dev.atoll.aws.Region;
import dev.atoll.facts.Fact;
import dev.atoll.facts.Facts;
import dev.atoll.facts.Origin;
import dev.atoll.facts.aws.Quota;
import dev.atoll.itest.twin.pod.SecretValues;
import dev.atoll.topology.RegionBuilder;
import dev.atoll.topology.Topology;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Facts of a small deployment as they would be read back: Coder in two Regions, LiteLLM in the
 * first. The network, the database, the names and the certificates are those of a topology; what
 * clusters and load balancers show is made by hand.
 */
public final class SmallWorld {

  private SmallWorld() {}

  /** What the Secrets hold. */
  public static SecretValues secrets() {
    Map<String, String> values =
        Map.of(
            "url", "postgres://coder@writer.example.com:5432/coder?sslmode=verify-full",
            "DATABASE_NAME", "litellm",
            "LITELLM_MASTER_KEY", "sk-master-of-the-small-world",
            "LITELLM_API_KEY", "sk-first");
    return (secret, key) -> Optional.ofNullable(values.get(key));
  }

  /** The whole deployment. */
  public static Facts facts() {
    return facts(topology(oregon -> {}));
  }

  /** The whole deployment of such a topology; of proxies what the topology itself has of them. */
  static Facts facts(Topology topology) {
    Facts model = topology.facts();
    List<Fact> more = new ArrayList<>();
    for (Region region : List.of(US_EAST_2, US_WEST_2)) {
      more.addAll(
          SmallEntrance.of(
              region, "coder", SmallPods.coder(region, 1), "http", 8080, "/healthz", model));
      more.add(SmallPods.workspaceKey(region));
    }
    more.addAll(
        SmallEntrance.of(
            US_EAST_2, "litellm", SmallPods.liteLlm(2), "http", 4000, "/health/liveliness", model));
    return Facts.of(Origin.CLUSTER, model.everything()).and(more);
  }

  /** Its topology, with what Oregon has more. */
  static Topology topology(Consumer<RegionBuilder> more) {
    return Topology.named("small")
        .domain("example.com")
        .coder(
            coder ->
                coder
                    .version("2.27.1")
                    .licencePending(because("nothing here is licensed"))
                    .networkLoadBalancer(nlb -> nlb.tlsFromAcm())
                    .database(aurora -> aurora.writerOnly().capacity(acu(0.5), acu(16))))
        .region(
            US_EAST_2,
            ohio ->
                ohio.primary()
                    .cluster("small-use2")
                    .vpc("10.0.0.0/16")
                    .liteLlm(
                        llm ->
                            llm.subdomain("llm")
                                .replicas(2)
                                .cpu(2)
                                .memory(gibibytes(4))
                                .database(
                                    aurora -> aurora.writerOnly().capacity(acu(0.5), acu(8)))))
        .region(
            US_WEST_2,
            oregon -> more.accept(oregon.replica().cluster("small-usw2").vpc("10.1.0.0/16")))
        .peering(US_EAST_2, US_WEST_2, path -> path.measuredRoundTrip(Duration.ofMillis(34)))
        .quota(Quota.Of.ELASTIC_IPS, 7)
        .dns(dns -> dns.latencyRouting().regionalSubdomains())
        .build();
  }
}
