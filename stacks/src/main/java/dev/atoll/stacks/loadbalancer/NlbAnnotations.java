package dev.atoll.stacks.loadbalancer;

import dev.atoll.analysis.loadbalancer.ControllerAnnotations;
import dev.atoll.stacks.aws.AwsEip;
import dev.atoll.stacks.terraform.Block;
import dev.atoll.stacks.terraform.Resource;
import dev.atoll.stacks.terraform.Template;
import dev.atoll.topology.LoadBalancerDesign;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What a Service asks of the AWS Load Balancer Controller: a Network Load Balancer that ends TLS at
 * 443, passes connections with their clients' addresses straight to pods, and asks them over HTTP
 * whether they are well.
 *
 * @param design what the topology says of it
 * @param certificate the ARN of the Region's certificate, an expression
 * @param subnets the ids or the names of the subnets that it stands in, one per zone
 * @param addresses its Elastic IP addresses, one per subnet; none when AWS chooses
 * @param healthPath where a pod answers over HTTP
 */
public record NlbAnnotations(
    LoadBalancerDesign design,
    Object certificate,
    List<?> subnets,
    List<AwsEip> addresses,
    String healthPath) {

  /**
   * For how long a pod that goes still gets what is on its way. Coder's chart ends a pod after 60 s
   * whatever is asked, so AWS's 300 s would never be waited for.
   */
  public static final Duration DEREGISTRATION = Duration.ofSeconds(30);

  /**
   * The label by which a namespace asks for readiness gates: a pod is ready once it gets traffic.
   */
  public static final String READINESS_GATE = "elbv2.k8s.aws/pod-readiness-gate-inject";

  public NlbAnnotations {
    subnets = List.copyOf(subnets);
    addresses = List.copyOf(addresses);
  }

  /** The annotations with their full names. */
  public Block block() {
    Block block =
        Block.empty()
            .with(named("type"), "external")
            .with(named("nlb-target-type"), "ip")
            .with(named("scheme"), "internet-facing")
            .with(named("ssl-cert"), certificate)
            .with(named("ssl-ports"), "443")
            .with(named("subnets"), joined(subnets))
            .with(
                named("target-group-attributes"),
                "preserve_client_ip.enabled=true,deregistration_delay.timeout_seconds="
                    + DEREGISTRATION.toSeconds())
            .with(named("attributes"), "load_balancing.cross_zone.enabled=" + design.crossZone())
            .with(named("healthcheck-protocol"), "HTTP")
            .with(named("healthcheck-path"), healthPath)
            .with(named("healthcheck-port"), "traffic-port");
    return addresses.isEmpty()
        ? block
        : block.with(
            named("eip-allocations"), joined(addresses.stream().map(Resource::id).toList()));
  }

  private static String named(String annotation) {
    return ControllerAnnotations.PREFIX + annotation;
  }

  private static Template joined(List<?> parts) {
    List<Object> joined = new ArrayList<>();
    for (Object part : parts) {
      if (!joined.isEmpty()) {
        joined.add(",");
      }
      joined.add(part);
    }
    return Template.of(joined.toArray());
  }
}
