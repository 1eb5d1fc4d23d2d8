package dev.atoll.conformance.read.aws;

import dev.atoll.aws.Region;
import dev.atoll.conformance.read.resource.Attributes;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Value;
import dev.atoll.facts.cache.CacheConnection;
import dev.atoll.facts.database.DatabaseConnection;
import dev.atoll.facts.database.DatabaseConnection.Endpoint;
import dev.atoll.facts.database.DatabaseConnection.Password;
import dev.atoll.facts.database.DatabaseConnection.Tls;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the content of a secret says of connections: a PostgreSQL URL, or the environment variables
 * from which LiteLLM makes one, and the variables that name its cache.
 *
 * @param secret the version of the secret
 * @param written its content
 */
record Connections(Attributes secret, SecretVersionReader.Written written) {

  private static final Pattern URL =
      Pattern.compile(
          "postgres(?:ql)?://([^:@/\\s\"]*)(?::([^@\\s\"]*))?@([^/:\\s\"]+)([^\"\\s]*)");

  private static final Pattern ENDPOINT =
      Pattern.compile("<?((?:module\\.[^.]+\\.)*aws_rds_cluster\\.[^.]+)\\.(reader_)?endpoint>?");

  Optional<DatabaseConnection> database() {
    // A secret may offer the reader, too; what clients take unless told otherwise is the writer.
    Optional<MatchResult> url =
        URL.matcher(written.text())
            .results()
            .min(Comparator.comparing(each -> each.group(3).contains("reader_endpoint")));
    if (url.isPresent()) {
      MatchResult found = url.get();
      return Optional.of(
          connection(found.group(1), found.group(2), found.group(3), found.group(4)));
    }
    return variable("DATABASE_HOST")
        .map(
            host ->
                connection(
                    variable("DATABASE_USER").orElse(""),
                    variable("DATABASE_PASSWORD").orElse(null),
                    host,
                    "?schema=%s&sslmode=%s"
                        .formatted(
                            variable("DATABASE_SCHEMA").orElse(""),
                            variable("DATABASE_SSLMODE").orElse(""))));
  }

  Optional<CacheConnection> cache() {
    Optional<String> nodes = variable("REDIS_CLUSTER_NODES");
    return nodes
        .or(() -> variable("REDIS_HOST"))
        .map(
            host ->
                new CacheConnection(
                    secret.source(),
                    secret.ref(),
                    owner(host, "aws_elasticache_replication_group", "_endpoint_address"),
                    Value.known(nodes.isPresent())));
  }

  boolean holdsPassword() {
    Matcher url = URL.matcher(written.text());
    return (url.find() && url.group(2) != null)
        || variable("DATABASE_PASSWORD").isPresent()
        || variable("REDIS_PASSWORD").isPresent();
  }

  private DatabaseConnection connection(String user, String password, String host, String rest) {
    return new DatabaseConnection(
        secret.source(),
        secret.ref(),
        owner(host, "aws_rds_cluster", "endpoint"),
        endpoint(host),
        Value.known(user),
        Value.known(password(password)),
        Value.known(tls(rest)),
        variable("AWS_REGION")
            .map(region -> Value.known(new Region(region)))
            .orElseGet(() -> Value.unknown("the secret does not say")));
  }

  /** A reference that is interpolated as it is was not encoded; RFC 3986 has no bare "<" either. */
  private static Password password(String password) {
    if (password == null || password.isEmpty()) {
      return Password.NONE;
    }
    if (password.contains("aws_rds_cluster") && password.contains("master_")) {
      return Password.MASTER;
    }
    return password.matches(
            "[A-Za-z0-9._~!$&'()*+,;=-]*(%[0-9A-Fa-f]{2}[A-Za-z0-9._~!$&'()*+,;=-]*)*")
        ? Password.ENCODED
        : Password.RAW;
  }

  private static Tls tls(String rest) {
    if (rest.contains("sslmode=verify-full") || rest.contains("sslaccept=strict")) {
      return Tls.VERIFIED;
    }
    return rest.contains("sslmode=disable") ? Tls.OFF : Tls.UNVERIFIED;
  }

  private Value<Endpoint> endpoint(String host) {
    Matcher reference = ENDPOINT.matcher(host);
    if (reference.matches()) {
      return Value.known(reference.group(2) == null ? Endpoint.WRITER : Endpoint.READER);
    }
    // As RDS makes them: NAME.cluster-ro-ID.REGION.rds.amazonaws.com
    return host.contains(".rds.")
        ? Value.known(host.contains(".cluster-ro-") ? Endpoint.READER : Endpoint.WRITER)
        : Value.unknown("which endpoint " + host + " is");
  }

  /** The resource of that type that is referred to, or one of whose endpoints that host is. */
  private Value<Ref> owner(String host, String type, String endpoint) {
    Matcher reference = Pattern.compile("<([^>]*)\\.[^.>]+>").matcher(host);
    if (reference.find()) {
      return Value.known(secret.things().ref(reference.group(1)));
    }
    return secret.things().ofType(type).stream()
        .filter(
            one ->
                one.endpoints(endpoint).stream()
                    .anyMatch(name -> !name.isEmpty() && host.contains(name)))
        .map(Attributes::ref)
        .findFirst()
        .map(Value::known)
        .orElseGet(() -> Value.unknown("whose host " + host + " is"));
  }

  private Optional<String> variable(String name) {
    Matcher entry =
        Pattern.compile("\"" + name + "\"\\s*:\\s*\"((?:[^\"\\\\]|\\\\.)*)\"")
            .matcher(written.text());
    return entry.find() ? Optional.of(entry.group(1)) : Optional.empty();
  }
}
