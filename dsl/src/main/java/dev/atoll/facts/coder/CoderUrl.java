package dev.atoll.facts.coder;

import dev.atoll.aws.Region;
import dev.atoll.facts.Fact;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Source;
import dev.atoll.facts.Value;
import java.util.Optional;

/**
 * Under which URLs a Coder server or a workspace proxy serves, as it is configured ({@code
 * CODER_ACCESS_URL} and {@code CODER_WILDCARD_ACCESS_URL}).
 *
 * @param server who is configured so
 * @param region the Region of a proxy; empty for the servers, which are configured alike everywhere
 * @param access the access URL, such as {@code https://coderdemo.io}
 * @param wildcard the host names of workspace apps, such as {@code *.coderdemo.io}; empty when apps
 *     have no host names of their own
 * @see <a href="https://coder.com/docs/admin/networking/wildcard-access-url">Wildcard access
 *     URL</a>
 */
public record CoderUrl(
    Source source,
    Ref ref,
    Server server,
    Optional<Region> region,
    Value<String> access,
    Value<Optional<String>> wildcard)
    implements Fact {

  /** Who serves. */
  public enum Server {
    CODER,
    WORKSPACE_PROXY
  }

  /** The host name of the access URL. */
  public Value<String> host() {
    return access.map(url -> url.replaceFirst("^https?://", "").replaceFirst("(?::\\d+)?/?$", ""));
  }
}
