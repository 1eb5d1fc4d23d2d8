package dev.atoll.facts.loadbalancer;

import dev.atoll.aws.Region;
import dev.atoll.facts.Fact;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Source;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A load balancer that is there.
 *
 * @param region where
 * @param type {@code network} or {@code application}
 * @param scheme {@code internet-facing} or {@code internal}
 * @param dnsName its DNS name
 * @param zones one per Availability Zone
 * @param groups its security groups; a network load balancer made without can never get one
 * @param attributes its attributes, such as {@code load_balancing.cross_zone.enabled}
 * @param tags its tags; the controller's say of which Service it is
 */
public record LoadBalancer(
    Source source,
    Ref ref,
    Region region,
    String type,
    String scheme,
    String dnsName,
    List<Zone> zones,
    Set<Ref> groups,
    Map<String, String> attributes,
    Map<String, String> tags)
    implements Fact {

  public LoadBalancer {
    zones = List.copyOf(zones);
    groups = Set.copyOf(groups);
    attributes = Map.copyOf(attributes);
    tags = Map.copyOf(tags);
  }

  /**
   * Where it stands in one Availability Zone.
   *
   * @param subnet the subnet
   * @param allocation the Elastic IP allocation; empty when AWS chose the address
   */
  public record Zone(Ref subnet, Optional<Ref> allocation) {}
}
