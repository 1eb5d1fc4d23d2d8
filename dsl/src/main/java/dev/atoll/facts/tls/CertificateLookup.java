package dev.atoll.facts.tls;

import dev.atoll.aws.Region;
import dev.atoll.facts.Fact;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Source;
import dev.atoll.facts.Value;
import java.util.Set;

/**
 * A certificate of ACM that is looked up, not made.
 *
 * @param region where it is looked for
 * @param domain the domain name that it must have; ACM compares its main name only
 * @param statuses which statuses will do; empty when it is not said
 * @param mostRecent whether the newest is taken when there are several
 * @param after what Terraform waits for before it looks
 */
public record CertificateLookup(
    Source source,
    Ref ref,
    Value<Region> region,
    Value<String> domain,
    Value<Set<String>> statuses,
    Value<Boolean> mostRecent,
    Set<Ref> after)
    implements Fact {

  public CertificateLookup {
    after = Set.copyOf(after);
  }
}
