package dev.atoll.facts.coder;

import dev.atoll.aws.Region;
import dev.atoll.facts.Fact;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Source;
import dev.atoll.facts.Value;
import java.util.Optional;
import java.util.Set;

/**
 * The servers of a workspace proxy: a release of Coder's chart with {@code coder.workspaceProxy}.
 *
 * @param region where they run
 * @param namespace their namespace
 * @param url the proxy's own URL
 * @param wildcard the host names of its apps; an empty text when it has none
 * @param primary the URL of the Coder servers that it belongs to
 * @param chart the version of the chart
 * @param image the image with its tag
 * @param tokenFrom the Secret of Kubernetes that its token comes from; empty when the token is
 *     written down, or nowhere
 * @param awaits what must happen before it is applied; empty when it is applied like anything else
 * @param after everything that the root makes before it, through whatever lies between
 */
public record ProxyServer(
    Source source,
    Ref ref,
    Value<Region> region,
    Value<String> namespace,
    Value<String> url,
    Value<String> wildcard,
    Value<String> primary,
    Value<String> chart,
    Value<String> image,
    Value<Optional<String>> tokenFrom,
    Optional<String> awaits,
    Set<Ref> after)
    implements Fact {

  public ProxyServer {
    after = Set.copyOf(after);
  }
}
