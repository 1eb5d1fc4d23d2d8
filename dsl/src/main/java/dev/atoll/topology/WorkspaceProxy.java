package dev.atoll.topology;

import dev.atoll.facts.Source;
import java.util.Optional;

/**
 * A workspace proxy of a Region.
 *
 * @param at the builder call that described it
 * @param name its name in Coder
 * @param displayName what users read in the menu of regions
 * @param icon the path of its icon, served by Coder
 * @param url its URL, such as {@code https://us-west-2.coderdemo.io}
 * @param wildcard the host names of its apps, such as {@code *.us-west-2.coderdemo.io}
 * @param awaits why it is described and not deployed yet; empty when it is deployed
 */
public record WorkspaceProxy(
    Source at,
    String name,
    String displayName,
    String icon,
    String url,
    String wildcard,
    Optional<String> awaits) {

  /** The namespace of its pods, as in the documents. */
  public static final String NAMESPACE = "coder-proxy";

  /** The Secret of Kubernetes from which its pods take the token with which they register. */
  public static final String TOKEN = "coder-proxy-token";

  /** Whether it is there; until then its names are not its own. */
  public boolean isDeployed() {
    return awaits.isEmpty();
  }

  /** The same, waiting for nothing. */
  WorkspaceProxy withoutWaiting() {
    return new WorkspaceProxy(at, name, displayName, icon, url, wildcard, Optional.empty());
  }

  /** The host name of its URL. */
  public String host() {
    return url.replaceFirst("^https?://", "").replaceFirst("/$", "");
  }
}
