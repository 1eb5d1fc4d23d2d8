package dev.atoll.coder;

import dev.atoll.facts.Facts;
import dev.atoll.facts.Value;
import dev.atoll.facts.kubernetes.CarriedSecret;
import dev.atoll.facts.kubernetes.EnvironmentVariable.Literal;
import dev.atoll.facts.kubernetes.EnvironmentVariable.SecretKey;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a Coder server finds its database. Two servers with equal ones use the same.
 *
 * @param kind how it is told
 * @param name the name of the secret in Secrets Manager, or host, port and database of the URL
 */
public record CoderConnection(Kind kind, String name) {

  /** The variable that says it. */
  public static final String VARIABLE = "CODER_PG_CONNECTION_URL";

  /** How a server is told. */
  public enum Kind {
    /** By a secret in Secrets Manager, the same in every Region that has a copy of it. */
    SECRETS_MANAGER,
    /** By a URL that is written down. */
    URL,
    /** Not at all: Coder then starts a PostgreSQL of its own inside the pod. */
    BUILT_IN
  }

  private static final Pattern URL =
      Pattern.compile("postgres(?:ql)?://(?:[^@/]*@)?([^/?]+/[^?]*)");

  /** That of a server. */
  public static Value<CoderConnection> of(CoderPod server, Facts facts) {
    return server
        .variable(VARIABLE)
        .map(
            variable -> {
              if (variable.from() instanceof Literal literal) {
                return written(literal.text());
              }
              return variable.from() instanceof SecretKey key
                  ? carried(server, key, facts)
                  : Value.<CoderConnection>unknown(
                      "where %s takes %s from".formatted(server, VARIABLE));
            })
        .orElseGet(() -> Value.known(new CoderConnection(Kind.BUILT_IN, server.toString())));
  }

  private static Value<CoderConnection> written(String url) {
    Matcher matcher = URL.matcher(url);
    return matcher.lookingAt()
        ? Value.known(new CoderConnection(Kind.URL, matcher.group(1)))
        : Value.unknown("where a connection URL that is no URL leads");
  }

  private static Value<CoderConnection> carried(CoderPod server, SecretKey key, Facts facts) {
    List<String> names =
        facts.all(CarriedSecret.class).stream()
            .filter(carried -> carried.object().besides(server.workload().object()))
            .filter(carried -> carried.target().equals(key.secret()))
            .flatMap(carried -> Optional.ofNullable(carried.from().get(key.key())).stream())
            .distinct()
            .toList();
    return names.size() == 1
        ? Value.known(new CoderConnection(Kind.SECRETS_MANAGER, names.get(0)))
        : Value.unknown(
            "what fills the key %s of the Secret %s beside %s"
                .formatted(key.key(), key.secret(), server));
  }

  @Override
  public String toString() {
    return switch (kind) {
      case SECRETS_MANAGER -> "the secret " + name;
      case URL -> name;
      case BUILT_IN -> "the PostgreSQL inside " + name;
    };
  }
}
