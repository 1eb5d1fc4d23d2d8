package dev.atoll.facts.litellm;

import dev.atoll.facts.Fact;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Source;
import dev.atoll.facts.Value;

/**
 * How LiteLLM is reached.
 *
 * @param way which way
 * @param name the subdomain or the path; empty when it is internal
 */
public record LiteLlmExposure(Source source, Ref ref, Value<Way> way, Value<String> name)
    implements Fact {

  /** The ways. */
  public enum Way {
    /** A subdomain with a load balancer of its own. */
    SUBDOMAIN,
    /** No load balancer: within the cluster alone. */
    INTERNAL,
    /** A path of Coder's domain. */
    PATH
  }
}
