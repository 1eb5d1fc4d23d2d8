package dev.atoll.topology;

import dev.atoll.aws.Region;
import dev.atoll.facts.Source;
import java.util.Optional;

/** Describes a workspace proxy; what is not said follows from the Region and the domain. */
public final class ProxyBuilder implements Builder {

  private final Source at;
  private final Region region;
  private Optional<String> name = Optional.empty();
  private Optional<String> displayName = Optional.empty();
  private Optional<String> url = Optional.empty();
  private Optional<String> wildcard = Optional.empty();
  private Optional<String> awaits = Optional.empty();
  private String icon = "";

  ProxyBuilder(Region region) {
    this.at = Builder.calledAt(".workspaceProxy(…) of " + region);
    this.region = region;
  }

  /** Its name in Coder; the Region's unless said. */
  public ProxyBuilder name(String name) {
    this.name = Optional.of(name);
    return this;
  }

  /** What users read in the menu of regions; its name unless said. */
  public ProxyBuilder displayName(String name) {
    this.displayName = Optional.of(name);
    return this;
  }

  /** The path of its icon, such as {@code /emojis/1f1fa-1f1f8.png}. */
  public ProxyBuilder icon(String path) {
    this.icon = path;
    return this;
  }

  /** Its URL; {@code https://REGION.DOMAIN} unless said. */
  public ProxyBuilder url(String url) {
    this.url = Optional.of(url);
    return this;
  }

  /** The host names of its apps; {@code *.} and the host of its URL unless said. */
  public ProxyBuilder wildcard(String wildcard) {
    this.wildcard = Optional.of(wildcard);
    return this;
  }

  /**
   * It is described and not deployed, for that reason: a licence that has not arrived, for example.
   * Until it is deployed the Region's Coder servers answer under its default names.
   */
  public ProxyBuilder awaiting(String reason) {
    this.awaits = Optional.of(reason);
    return this;
  }

  WorkspaceProxy proxy(String domain) {
    String called = name.orElse(region.name());
    String address = url.orElse("https://" + region + "." + domain);
    WorkspaceProxy proxy =
        new WorkspaceProxy(at, called, displayName.orElse(called), icon, address, "", awaits);
    return new WorkspaceProxy(
        at,
        called,
        proxy.displayName(),
        icon,
        address,
        wildcard.orElse("*." + proxy.host()),
        awaits);
  }
}
