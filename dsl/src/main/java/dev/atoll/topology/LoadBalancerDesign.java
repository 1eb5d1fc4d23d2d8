package dev.atoll.topology;

import dev.atoll.facts.Source;
import dev.atoll.facts.loadbalancer.LoadBalancerFeature;
import java.util.List;

/**
 * The load balancer in front of something, the same in every Region.
 *
 * @param at the builder call that described it
 * @param requests what is asked of it
 */
public record LoadBalancerDesign(Source at, List<Request> requests) {

  /**
   * Something that is asked of it.
   *
   * @param at the builder call that asked
   */
  public record Request(Source at, LoadBalancerFeature feature) {}

  public LoadBalancerDesign {
    requests = List.copyOf(requests);
  }

  /** Whether it has one Elastic IP address per zone, which outlives it. */
  public boolean staticAddresses() {
    return asks(LoadBalancerFeature.STATIC_ADDRESSES);
  }

  /** Whether an address of one zone leads to targets of the others. */
  public boolean crossZone() {
    return asks(LoadBalancerFeature.CROSS_ZONE);
  }

  private boolean asks(LoadBalancerFeature feature) {
    return requests.stream().anyMatch(request -> request.feature() == feature);
  }
}
