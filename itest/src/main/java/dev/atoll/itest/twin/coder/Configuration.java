package dev.atoll.itest.twin.coder;

import dev.atoll.itest.twin.pod.Environment;
import dev.atoll.traffic.TrafficException;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/**
 * What a Coder process makes of its environment.
 *
 * @param accessUrl the URL that it calls itself
 * @param wildcard where workspace apps are, such as {@code *.coderdemo.io}
 * @param redirect whether it sends whoever asks by another URL to the access URL
 * @param secureCookie whether its cookies are for HTTPS alone
 * @param derp whether it relays
 * @param otherRelays whether it is given a map of other relays
 * @param tls whether it has a TLS listener, beside the plain one
 * @param port where it listens for plain HTTP
 * @param relay how other replicas reach it; empty for not at all
 * @param database the name of its database; empty for a built-in one that nobody shares
 * @param oidc the issuer of OpenID Connect, if it is set up
 * @param oidcClient the client at that issuer
 * @param gitHubClient the OAuth client at GitHub, if it is set up
 * @param primary for a workspace proxy: the deployment that it belongs to
 * @param proxyToken for a workspace proxy: how it says who it is
 */
record Configuration(
    URI accessUrl,
    Optional<String> wildcard,
    boolean redirect,
    boolean secureCookie,
    boolean derp,
    boolean otherRelays,
    boolean tls,
    int port,
    String relay,
    Optional<String> database,
    Optional<String> oidc,
    String oidcClient,
    Optional<String> gitHubClient,
    Optional<String> primary,
    String proxyToken) {

  /** Every variable that changes anything here; the table has a line for each. */
  static final Set<String> VARIABLES =
      Set.of(
          "CODER_ACCESS_URL",
          "CODER_WILDCARD_ACCESS_URL",
          "CODER_REDIRECT_TO_ACCESS_URL",
          "CODER_SECURE_AUTH_COOKIE",
          "CODER_DERP_SERVER_ENABLE",
          "CODER_DERP_SERVER_RELAY_URL",
          "CODER_DERP_CONFIG_URL",
          "CODER_DERP_CONFIG_PATH",
          "CODER_TLS_ENABLE",
          "CODER_HTTP_ADDRESS",
          "CODER_PG_CONNECTION_URL",
          "CODER_OIDC_ISSUER_URL",
          "CODER_OIDC_CLIENT_ID",
          "CODER_OAUTH2_GITHUB_CLIENT_ID",
          "CODER_PRIMARY_ACCESS_URL",
          "CODER_PROXY_SESSION_TOKEN");

  static Configuration of(Environment environment) {
    return new Configuration(
        accessUrl(environment),
        environment.get("CODER_WILDCARD_ACCESS_URL"),
        environment.flag("CODER_REDIRECT_TO_ACCESS_URL", false),
        environment.flag("CODER_SECURE_AUTH_COOKIE", false),
        environment.flag("CODER_DERP_SERVER_ENABLE", true),
        environment.get("CODER_DERP_CONFIG_URL").isPresent()
            || environment.get("CODER_DERP_CONFIG_PATH").isPresent(),
        environment.flag("CODER_TLS_ENABLE", false),
        environment.get("CODER_HTTP_ADDRESS").map(Configuration::port).orElse(3000),
        environment.get("CODER_DERP_SERVER_RELAY_URL").orElse(""),
        environment
            .get("CODER_PG_CONNECTION_URL")
            .map(url -> URI.create(url).getPath().replaceFirst("^/", "")),
        environment.get("CODER_OIDC_ISSUER_URL"),
        environment.get("CODER_OIDC_CLIENT_ID").orElse(""),
        environment.get("CODER_OAUTH2_GITHUB_CLIENT_ID"),
        environment.get("CODER_PRIMARY_ACCESS_URL"),
        environment.get("CODER_PROXY_SESSION_TOKEN").orElse(""));
  }

  private static URI accessUrl(Environment environment) {
    URI url =
        URI.create(
            environment
                .get("CODER_ACCESS_URL")
                .orElseThrow(
                    () ->
                        new TrafficException(
                            "CODER_ACCESS_URL is not set: the real server would open a tunnel of"
                                + " its own, which the stand-in has not.")));
    if (!"http".equals(url.getScheme()) && !"https".equals(url.getScheme())) {
      throw new TrafficException(
          "access-url must include a scheme (e.g. 'http://' or 'https://): " + url);
    }
    return url;
  }

  private static int port(String address) {
    return Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
  }
}
