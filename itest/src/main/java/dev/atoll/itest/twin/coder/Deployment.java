package dev.atoll.itest.twin.coder;

import dev.atoll.itest.twin.clock.TwinClock;
import dev.atoll.itest.twin.coder.Accounts.User;
import dev.atoll.itest.twin.coder.Routes.Handler;
import dev.atoll.itest.twin.http.Answer;
import dev.atoll.itest.twin.http.Question;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What the routes of a server share.
 *
 * @param hostname its name
 * @param configuration its settings
 * @param version of its image, such as {@code v2.27.1}
 * @param proxyHealth how it finds the workspace proxies
 */
record Deployment(
    String hostname,
    Configuration configuration,
    String version,
    TwinClock clock,
    Accounts accounts,
    Entitlements entitlements,
    Licences licences,
    Replicas replicas,
    Proxies proxies,
    ProxyHealth proxyHealth,
    AuditLog audit) {

  static final String SESSION_COOKIE = "coder_session_token";
  private static final String SESSION_HEADER = "coder-session-token";

  /** What somebody who is signed in is answered. */
  @FunctionalInterface
  interface Signed {
    Answer answer(Question question, User user) throws SQLException;
  }

  /** Lets nobody in without a session. */
  Handler signed(Signed handler) {
    return question -> {
      Optional<String> token = token(question);
      if (token.isEmpty()) {
        return Messages.message(
            401,
            Messages.SIGNED_OUT,
            "Cookie \"%s\" or query parameter must be provided.".formatted(SESSION_COOKIE));
      }
      Optional<User> user;
      try {
        user = accounts.owner(token.get());
      } catch (SQLException e) {
        // The real one refuses, too, when it cannot look the session up.
        return Messages.internalError(401, "Internal error fetching API key by id. ", e);
      }
      return user.isEmpty()
          ? Messages.message(401, Messages.SIGNED_OUT, "API key is invalid.")
          : handler.answer(question, user.get());
    };
  }

  static Optional<String> token(Question question) {
    return Stream.<Supplier<Optional<String>>>of(
            () -> Optional.ofNullable(question.cookies().get(SESSION_COOKIE)),
            () -> Optional.ofNullable(question.query().get(SESSION_COOKIE)),
            () -> question.header(SESSION_HEADER))
        .map(Supplier::get)
        .flatMap(Optional::stream)
        .filter(token -> !token.isEmpty())
        .findFirst();
  }

  /** Lets nobody pass without a licence for that; who it is is asked later. */
  Handler licensed(String feature, String name, Handler handler) {
    return question ->
        entitlements.include(feature)
            ? handler.answer(question)
            : Messages.message(403, name + " is a Premium feature. Contact sales!");
  }

  /** Notes what was done; a server does so from its start, whatever the licence. */
  void note(Question question, String resource, String action, int status, UUID user)
      throws SQLException {
    String agent = question.header("user-agent").orElse("");
    audit.write(
        new AuditLog.Entry(question.peer(), agent, resource, action, status, user), clock.now());
  }

  List<String> features() {
    return List.of(Licence.AUDIT_LOG, Licence.HIGH_AVAILABILITY, Licence.WORKSPACE_PROXY);
  }
}
