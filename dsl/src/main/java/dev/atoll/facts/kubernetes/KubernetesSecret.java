package dev.atoll.facts.kubernetes;

import dev.atoll.facts.Fact;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Source;
import java.util.Map;
import java.util.Set;

/**
 * A Secret of Kubernetes, without what it keeps.
 *
 * @param object which one
 * @param labels its labels
 * @param keys the names of what it keeps, never the values
 */
public record KubernetesSecret(
    Source source, Ref ref, ObjectName object, Map<String, String> labels, Set<String> keys)
    implements Fact {

  public KubernetesSecret {
    labels = Map.copyOf(labels);
    keys = Set.copyOf(keys);
  }
}
