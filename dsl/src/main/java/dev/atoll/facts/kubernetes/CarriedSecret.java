package dev.atoll.facts.kubernetes;

import dev.atoll.aws.Region;
import dev.atoll.facts.Fact;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Source;
import dev.atoll.facts.Value;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * What the External Secrets Operator is asked to carry from Secrets Manager into a namespace (an
 * {@code ExternalSecret}).
 *
 * @param object which one
 * @param target the name of the Secret that it fills, in the same namespace
 * @param region the Region whose Secrets Manager is asked; empty when its store was not seen
 * @param from the name in Secrets Manager by key of the Secret
 * @param refresh how long after it looked there it looks again; zero when it never does
 * @see <a href="https://external-secrets.io/latest/api/externalsecret/">ExternalSecret</a>
 */
public record CarriedSecret(
    Source source,
    Ref ref,
    ObjectName object,
    String target,
    Optional<Region> region,
    Map<String, String> from,
    Value<Duration> refresh)
    implements Fact {

  public CarriedSecret {
    from = Map.copyOf(from);
  }
}
