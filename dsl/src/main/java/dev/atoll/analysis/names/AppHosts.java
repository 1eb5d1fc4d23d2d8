package dev.atoll.analysis.names;

import dev.atoll.facts.Facts;
import dev.atoll.facts.coder.CoderUrl;
import dev.atoll.facts.coder.CoderUrl.Server;
import java.util.Optional;

/**
 * Which host names Coder's servers take for those of workspace apps: all that their wildcard stands
 * for, but the host of the access URL. At such a name there is no dashboard, no API and no {@code
 * /healthz}; what is not the address of an app is answered with 400, "Invalid Application URL".
 *
 * @see <a
 *     href="https://github.com/coder/coder/blob/020b4b5155958c0b8799c186e7bf00ed79dc5521/coderd/workspaceapps/proxy.go">Coder,
 *     workspaceapps, parseHostname</a>
 */
public final class AppHosts {

  private final Facts facts;

  private AppHosts(Facts facts) {
    this.facts = facts;
  }

  /** As the servers among these facts are configured; what is not known takes nothing. */
  public static AppHosts of(Facts facts) {
    return new AppHosts(facts);
  }

  /** The wildcard by which the servers take that name for an app's; empty when they do not. */
  public Optional<DomainName> taking(DomainName name) {
    return facts.all(CoderUrl.class).stream()
        .filter(url -> url.server() == Server.CODER)
        .filter(url -> !url.host().asOptional().map(DomainName::new).equals(Optional.of(name)))
        .flatMap(url -> url.wildcard().asOptional().flatMap(wildcard -> wildcard).stream())
        .map(DomainName::new)
        .filter(wildcard -> covers(wildcard, name))
        .findFirst();
  }

  /** Coder allows {@code *--apps.example.com} besides {@code *.example.com}. */
  private static boolean covers(DomainName wildcard, DomainName name) {
    String suffix = wildcard.text().substring(1);
    return !name.isWildcard()
        && name.parent().equals(wildcard.parent())
        && name.text().endsWith(suffix)
        && name.text().length() > suffix.length();
  }
}
