package dev.atoll.facts.kubernetes;

import dev.atoll.facts.Fact;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Source;
import java.util.Map;
import java.util.Optional;

/**
 * A PodDisruptionBudget: how many pods a drain of nodes must leave.
 *
 * @param object which one
 * @param selector the labels of the pods
 * @param minAvailable how many must stay, as a number or in percent
 * @param maxUnavailable how many may go, as a number or in percent
 */
public record DisruptionBudget(
    Source source,
    Ref ref,
    ObjectName object,
    Map<String, String> selector,
    Optional<String> minAvailable,
    Optional<String> maxUnavailable)
    implements Fact {

  public DisruptionBudget {
    selector = Map.copyOf(selector);
  }
}
