package dev.atoll.itest.twin.coder;

import com.fasterxml.jackson.databind.JsonNode;
import dev.atoll.itest.twin.coder.Accounts.User;
import dev.atoll.itest.twin.http.Answer;
import dev.atoll.itest.twin.http.Question;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;

/** How people sign in: with a password, or through somebody who knows them. */
record LoginRoutes(Deployment deployment) {

  private static final String STATE_COOKIE = "oauth_state";
  private static final String REDIRECT_COOKIE = "oauth_redirect";
  private static final String OIDC_CALLBACK = "/api/v2/users/oidc/callback";
  private static final String GITHUB_CALLBACK = "/api/v2/users/oauth2/github/callback";

  /**
   * Somebody who knows people.
   *
   * @param authorize where people are sent
   * @param client who sends them
   */
  private record Provider(String authorize, String client, String callback, String scope) {}

  void addTo(Routes routes) {
    routes
        .on("POST /api/v2/users/login", this::login)
        .on("GET /api/v2/users/authmethods", question -> methods())
        .on("GET " + OIDC_CALLBACK, question -> callback(question, oidc()))
        .on("GET " + GITHUB_CALLBACK, question -> callback(question, gitHub()));
  }

  private Optional<Provider> oidc() {
    return deployment
        .configuration()
        .oidc()
        .map(
            issuer ->
                new Provider(
                    issuer.replaceFirst("/$", "") + "/authorize",
                    deployment.configuration().oidcClient(),
                    OIDC_CALLBACK,
                    "openid profile email"));
  }

  private Optional<Provider> gitHub() {
    return deployment
        .configuration()
        .gitHubClient()
        .map(
            client ->
                new Provider(
                    "https://github.com/login/oauth/authorize",
                    client,
                    GITHUB_CALLBACK,
                    "read:user read:org user:email"));
  }

  private Answer methods() {
    return Answer.json(
        200,
        Map.of(
            "password", Map.of("enabled", true),
            "github", Map.of("enabled", gitHub().isPresent()),
            "oidc", Map.of("enabled", oidc().isPresent())));
  }

  private Answer login(Question question) throws SQLException {
    JsonNode said = Messages.read(question.body());
    Optional<User> user;
    try {
      user =
          deployment
              .accounts()
              .withPassword(said.path("email").asText(), said.path("password").asText());
    } catch (SQLException e) {
      return Messages.message(500, "Internal error.");
    }
    if (user.isEmpty()) {
      deployment.note(question, "api_key", "login", 401, null);
      return Messages.message(401, "Incorrect email or password.");
    }
    String token = session(question, user.get());
    return Answer.json(201, Map.of("session_token", token))
        .with("Set-Cookie", cookie(Deployment.SESSION_COOKIE, token));
  }

  private String session(Question question, User user) throws SQLException {
    deployment.note(question, "api_key", "login", 201, user.id());
    return deployment.accounts().newSession(user, question.peer());
  }

  private Answer callback(Question question, Optional<Provider> provider) throws SQLException {
    if (provider.isEmpty()) {
      return Messages.message(400, "The oauth2 method requested is not configured!");
    }
    return question.query().getOrDefault("code", "").isEmpty()
        ? start(question, provider.get())
        : finish(question);
  }

  // The cookies belong to the host that was asked; the way back leads to the access URL.
  private Answer start(Question question, Provider provider) {
    String state = Tokens.letters(32);
    String location =
        "%s?access_type=offline&client_id=%s&redirect_uri=%s&response_type=code&scope=%s&state=%s"
            .formatted(
                provider.authorize(),
                encoded(provider.client()),
                encoded(deployment.configuration().accessUrl() + provider.callback()),
                encoded(provider.scope()),
                state);
    return Answer.redirect(307, location)
        .with("Set-Cookie", cookie(STATE_COOKIE, state))
        .with("Set-Cookie", cookie(REDIRECT_COOKIE, question.query().getOrDefault("redirect", "")));
  }

  private Answer finish(Question question) throws SQLException {
    String state = question.query().getOrDefault("state", "");
    if (state.isEmpty()) {
      return Messages.message(400, "State must be provided.");
    }
    String kept = question.cookies().get(STATE_COOKIE);
    if (kept == null) {
      return Messages.message(401, "Cookie \"%s\" must be provided.".formatted(STATE_COOKIE));
    }
    if (!kept.equals(state)) {
      return Messages.message(401, "State mismatched.");
    }
    String back = question.cookies().getOrDefault(REDIRECT_COOKIE, "");
    String token = session(question, deployment.accounts().first());
    return Answer.redirect(307, back.isEmpty() ? "/" : back)
        .with("Set-Cookie", cookie(Deployment.SESSION_COOKIE, token));
  }

  // No Domain: the browser sends it to this host and no other.
  private String cookie(String name, String value) {
    return "%s=%s; Path=/; HttpOnly;%s SameSite=Lax"
        .formatted(name, value, deployment.configuration().secureCookie() ? " Secure;" : "");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
