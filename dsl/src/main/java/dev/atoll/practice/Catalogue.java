package dev.atoll.practice;

import dev.atoll.practice.coder.CoderPractices;
import dev.atoll.practice.database.DatabasePractices;
import dev.atoll.practice.dns.DnsPractices;
import dev.atoll.practice.helm.HelmPractices;
import dev.atoll.practice.lifecycle.LifecyclePractices;
import dev.atoll.practice.litellm.LiteLlmPractices;
import dev.atoll.practice.loadbalancer.LoadBalancerPractices;
import dev.atoll.practice.network.NetworkPractices;
import dev.atoll.practice.operations.OperationsPractices;
import dev.atoll.practice.proxy.ProxyPractices;
import dev.atoll.practice.security.SecurityPractices;
import dev.atoll.practice.topology.TopologyPractices;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Every practice there is, in the order in which reports list them. The lists are explicit: a new
 * practice is a line in its area's list.
 */
public final class Catalogue {

  private static final List<Practice> ALL =
      Stream.of(
              DatabasePractices.all(),
              NetworkPractices.all(),
              CoderPractices.all(),
              ProxyPractices.all(),
              LoadBalancerPractices.all(),
              DnsPractices.all(),
              LiteLlmPractices.all(),
              HelmPractices.all(),
              SecurityPractices.all(),
              OperationsPractices.all(),
              TopologyPractices.all(),
              LifecyclePractices.all())
          .flatMap(List::stream)
          .toList();

  private Catalogue() {}

  /** All practices. */
  public static List<Practice> all() {
    return ALL;
  }

  /** The practice with that id, in upper or lower case; empty if there is none. */
  public static Optional<Practice> find(String id) {
    return ALL.stream().filter(practice -> practice.about().id().equalsIgnoreCase(id)).findFirst();
  }

  /** The ids of all practices. */
  public static List<String> ids() {
    return ALL.stream().map(practice -> practice.about().id()).toList();
  }
}
