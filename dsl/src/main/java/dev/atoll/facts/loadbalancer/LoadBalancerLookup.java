package dev.atoll.facts.loadbalancer;

import dev.atoll.aws.Region;
import dev.atoll.facts.Fact;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Source;
import dev.atoll.facts.Value;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A load balancer that somebody else made, looked up: only configuration, plans and states have
 * this fact, and a topology that will be synthesized so.
 *
 * @param region where
 * @param tags by which it is found
 * @param dnsName its DNS name; what stands for it where Terraform learns it only after apply
 */
public record LoadBalancerLookup(
    Source source,
    Ref ref,
    Value<Region> region,
    Value<Map<String, String>> tags,
    Value<String> dnsName)
    implements Fact {

  // In order, so that equal lookups print alike.
  public LoadBalancerLookup {
    tags = tags.map(all -> Collections.unmodifiableSortedMap(new TreeMap<>(all)));
  }

  /** The tag that names the cluster. */
  public static final String CLUSTER_TAG = "elbv2.k8s.aws/cluster";

  /** The tag that names the Service, as namespace and name. */
  public static final String SERVICE_TAG = "service.k8s.aws/stack";

  /** The tag that names the Ingress, as namespace and name, or its group. */
  public static final String INGRESS_TAG = "ingress.k8s.aws/stack";
}
