package dev.atoll.stacks.coderdemo;

import static dev.atoll.aws.Region.US_EAST_2;
import static dev.atoll.aws.Region.US_WEST_2;
import static dev.atoll.facts.aws.Quota.Of.ELASTIC_IPS;
import static dev.atoll.topology.Reason.because;
import static dev.atoll.topology.Units.acu;
import static dev.atoll.topology.Units.gibibytes;

import dev.atoll.topology.Topology;
import dev.atoll.topology.TopologySource;
import java.time.Duration;

/**
 * The deployment that the documents describe: coderdemo.io in Ohio and Oregon.
 *
 * @see <a href="https://github.com/coder/ai.coder.com">The deployment's own repository</a>
 */
public final class CoderDemo implements TopologySource {

  // Seven addresses: Ohio has two load balancers in three zones, Coder's and LiteLLM's, and a NAT
  // gateway; Oregon comes to as many with its proxy. An account has five unless it asks for more.
  @Override
  public Topology topology() {
    return Topology.named("coderdemo")
        .domain("coderdemo.io")
        .coder(
            coder ->
                coder
                    .version("2.27.1")
                    .licencePending(because("the documents' status is Pending Enterprise License"))
                    .networkLoadBalancer(nlb -> nlb.tlsFromAcm())
                    .database(aurora -> aurora.writerOnly().capacity(acu(0.5), acu(16))))
        .region(
            US_EAST_2,
            ohio ->
                ohio.primary()
                    .cluster("coderdemo-use2")
                    .vpc("10.0.0.0/16")
                    .liteLlm(
                        llm ->
                            llm.subdomain("llm")
                                .replicas(4)
                                .cpu(2)
                                .memory(gibibytes(4))
                                .database(
                                    aurora -> aurora.writerOnly().capacity(acu(0.5), acu(8)))))
        .region(
            US_WEST_2,
            oregon ->
                oregon
                    .replica()
                    .cluster("coderdemo-usw2")
                    .vpc("10.1.0.0/16")
                    .workspaceProxy(
                        proxy ->
                            proxy
                                .displayName("Oregon")
                                .icon("/emojis/1f1fa-1f1f8.png")
                                .awaiting("the Enterprise licence has not arrived")))
        .peering(US_EAST_2, US_WEST_2, path -> path.measuredRoundTrip(Duration.ofMillis(34)))
        .quota(ELASTIC_IPS, 7)
        .dns(dns -> dns.latencyRouting().regionalSubdomains())
        .build();
  }
}
