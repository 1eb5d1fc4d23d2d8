package dev.atoll.analysis.names;

import dev.atoll.facts.Facts;
import dev.atoll.facts.coder.CoderUrl;
import dev.atoll.facts.coder.CoderUrl.Server;
import dev.atoll.facts.model.ServedName;
import dev.atoll.facts.model.ServedName.Owner;
import java.util.List;
import java.util.Optional;

/**
 * What Coder serves at a name. A server serves apps under the one wildcard that it is configured
 * with, and a login through an identity provider ends where it began only at the access URL: the
 * cookie with the state belongs to the host on which the login started, the provider calls back to
 * the access URL.
 *
 * @see <a href="https://coder.com/docs/admin/networking/wildcard-access-url">Wildcard access
 *     URL</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6265#section-5.3">RFC 6265, cookie scope</a>
 */
final class CoderService {

  private static final String UNSAID = "nothing says under which URLs Coder serves";

  private final List<CoderUrl> urls;
  private final AppHosts appHosts;

  CoderService(Facts facts) {
    this.urls = facts.all(CoderUrl.class).facts();
    this.appHosts = AppHosts.of(facts);
  }

  Ability apps(ServedName served) {
    if (served.owner() == Owner.LITELLM) {
      return Ability.no("LiteLLM answers here, which serves models and no workspaces");
    }
    return url(served)
        .map(
            url ->
                url.wildcard()
                    .fold(wildcard -> apps(new DomainName(served.name()), wildcard), Ability::open))
        .orElse(Ability.open(UNSAID));
  }

  private static Ability apps(DomainName name, Optional<String> configured) {
    if (configured.isEmpty()) {
      return Ability.no("its owner is configured with no wildcard for apps");
    }
    DomainName wildcard = new DomainName(configured.get());
    if (!name.isWildcard()) {
      return Ability.no("apps have host names of their own, under " + wildcard);
    }
    // Coder allows *--apps.example.com too; what matters is where its one label stands.
    return wildcard.parent().equals(name.parent())
        ? Ability.yes("its owner is configured with " + wildcard)
        : Ability.no(
            "its owner serves apps under %s only; a workspace proxy of the Region with %s as its own would"
                .formatted(wildcard, name));
  }

  Ability login(ServedName served) {
    if (served.owner() == Owner.LITELLM) {
      return Ability.no("LiteLLM answers here, which asks for a key");
    }
    Optional<CoderUrl> server = servers();
    if (server.isEmpty()) {
      return Ability.open(UNSAID);
    }
    return server.get().host().fold(host -> login(served, new DomainName(host)), Ability::open);
  }

  private Ability login(ServedName served, DomainName access) {
    DomainName name = new DomainName(served.name());
    if (served.owner() == Owner.WORKSPACE_PROXY) {
      return Ability.no("a workspace proxy has no login; users log in at " + access);
    }
    if (name.isWildcard()) {
      return Ability.no("apps send users to " + access + " to log in");
    }
    if (name.equals(access)) {
      return Ability.yes("it is the access URL");
    }
    return appHosts
        .taking(name)
        .map(
            wildcard ->
                Ability.no(
                    "Coder takes %s for an app under %s and answers 400: neither dashboard nor API"
                        .formatted(name, wildcard)))
        .orElseGet(
            () ->
                Ability.no(
                    "OIDC and GitHub call back to %s, where the cookie that %s set is missing; password and token sessions work"
                        .formatted(access, name)));
  }

  private Optional<CoderUrl> url(ServedName served) {
    return served.owner() == Owner.WORKSPACE_PROXY
        ? urls.stream()
            .filter(url -> url.server() == Server.WORKSPACE_PROXY)
            .filter(url -> url.region().filter(served.region()::equals).isPresent())
            .findFirst()
        : servers();
  }

  private Optional<CoderUrl> servers() {
    return urls.stream().filter(url -> url.server() == Server.CODER).findFirst();
  }
}
