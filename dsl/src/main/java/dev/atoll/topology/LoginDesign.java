package dev.atoll.topology;

import dev.atoll.facts.Source;
import java.util.List;
import java.util.Optional;

/**
 * How people sign in to Coder, besides with a password. Ids and secrets of the clients are in a
 * secret in Secrets Manager, which a person fills: whoever registers the client has them.
 *
 * @param at the builder call that described it
 * @param openIdConnect an OpenID Connect provider
 * @param gitHub an OAuth app of GitHub
 * @see <a href="https://coder.com/docs/admin/users/oidc-auth">OpenID Connect</a>
 * @see <a href="https://coder.com/docs/admin/users/github-auth">GitHub</a>
 */
public record LoginDesign(
    Source at, Optional<OpenIdConnect> openIdConnect, Optional<GitHub> gitHub) {

  /**
   * An OpenID Connect provider.
   *
   * @param issuer the URL by which it names itself
   * @param emailDomains whose addresses may sign in; empty for all
   */
  public record OpenIdConnect(String issuer, List<String> emailDomains) {
    public OpenIdConnect {
      emailDomains = List.copyOf(emailDomains);
    }
  }

  /**
   * GitHub.
   *
   * @param organizations whose members may sign in
   */
  public record GitHub(List<String> organizations) {
    public GitHub {
      organizations = List.copyOf(organizations);
    }
  }
}
