package dev.atoll.topology;

import dev.atoll.facts.Ref;
import dev.atoll.facts.Source;
import dev.atoll.facts.model.Malformed;
import dev.atoll.topology.LoginDesign.GitHub;
import dev.atoll.topology.LoginDesign.OpenIdConnect;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Describes how people sign in to Coder, besides with a password. */
public final class LoginBuilder implements Builder {

  private static final Ref LOGIN = new Ref("login");

  private final Source at;
  private Optional<OpenIdConnect> openIdConnect = Optional.empty();
  private Optional<GitHub> gitHub = Optional.empty();
  private final List<Malformed> malformed = new ArrayList<>();

  LoginBuilder(Source at) {
    this.at = at;
  }

  /**
   * Through an OpenID Connect provider.
   *
   * @param issuer its issuer URL, {@code https://…}
   * @param emailDomains whose addresses may sign in; none for all that the provider lets in
   */
  public LoginBuilder openIdConnect(String issuer, String... emailDomains) {
    if (!isHttps(issuer)) {
      malformed.add(
          new Malformed(at, LOGIN, "OpenID Connect issuer", "\"" + issuer + "\": no https URL"));
    }
    this.openIdConnect = Optional.of(new OpenIdConnect(issuer, List.of(emailDomains)));
    return this;
  }

  /**
   * Through GitHub.
   *
   * @param organizations whose members may sign in; at least one, or anybody could
   */
  public LoginBuilder gitHub(String... organizations) {
    if (organizations.length == 0) {
      malformed.add(
          new Malformed(
              at, LOGIN, "GitHub organizations", "none is named, so everybody could sign in"));
    }
    this.gitHub = Optional.of(new GitHub(List.of(organizations)));
    return this;
  }

  private static boolean isHttps(String text) {
    try {
      URI uri = URI.create(text);
      return "https".equals(uri.getScheme()) && uri.getHost() != null;
    } catch (IllegalArgumentException noUri) {
      return false;
    }
  }

  List<Malformed> malformed() {
    return malformed;
  }

  LoginDesign design() {
    return new LoginDesign(at, openIdConnect, gitHub);
  }
}
