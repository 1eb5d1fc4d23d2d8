package dev.atoll.facts.kubernetes;

import dev.atoll.facts.Fact;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Source;
import java.util.Map;

/**
 * A ResourceQuota of a namespace.
 *
 * @param object which one
 * @param hard the limits by resource, such as {@code requests.cpu} to {@code 200}
 */
public record ResourceQuota(Source source, Ref ref, ObjectName object, Map<String, String> hard)
    implements Fact {

  public ResourceQuota {
    hard = Map.copyOf(hard);
  }
}
