package dev.atoll.facts.kubernetes;

import dev.atoll.facts.Fact;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Source;
import java.util.Map;

/**
 * A namespace.
 *
 * @param object which one; its own namespace is empty
 * @param labels its labels
 */
public record Namespace(Source source, Ref ref, ObjectName object, Map<String, String> labels)
    implements Fact {

  public Namespace {
    labels = Map.copyOf(labels);
  }
}
