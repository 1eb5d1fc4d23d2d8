package dev.atoll.itest.twin.litellm;

import dev.atoll.itest.twin.database.Connections;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** The virtual keys of a deployment of LiteLLM, stored as their hashes. */
record VirtualKeys(Connections database) {

  /**
   * A key.
   *
   * @param models those it may call; empty for all
   */
  record VirtualKey(String hash, Optional<String> alias, List<String> models) {
    VirtualKey {
      models = List.copyOf(models);
    }
  }

  void prepare() throws SQLException {
    database.ask(
        connection -> {
          try (Statement statement = connection.createStatement()) {
            return statement.execute(
                """
                SELECT pg_advisory_xact_lock(4000);
                CREATE TABLE IF NOT EXISTS verification_tokens (
                  token text PRIMARY KEY, key_alias text, models text NOT NULL);
                """);
          }
        });
  }

  /** Whether the database answers. */
  boolean ping() {
    try {
      return database.ask(connection -> connection.isValid(5));
    } catch (SQLException unreachable) {
      return false;
    }
  }

  Optional<VirtualKey> find(String hash) throws SQLException {
    return database.ask(
        connection -> {
          try (PreparedStatement select =
              connection.prepareStatement("SELECT * FROM verification_tokens WHERE token = ?")) {
            select.setString(1, hash);
            try (ResultSet row = select.executeQuery()) {
              return row.next() ? Optional.of(key(row)) : Optional.empty();
            }
          }
        });
  }

  /** Whether some key has that alias. */
  boolean hasAlias(String alias) throws SQLException {
    return database.ask(
        connection -> {
          try (PreparedStatement select =
              connection.prepareStatement(
                  "SELECT 1 FROM verification_tokens WHERE key_alias = ?")) {
            select.setString(1, alias);
            try (ResultSet row = select.executeQuery()) {
              return row.next();
            }
          }
        });
  }

  /** Stores a key; one that is there stays as it is. */
  void add(VirtualKey key) throws SQLException {
    database.ask(
        connection -> {
          try (PreparedStatement insert =
              connection.prepareStatement(
                  "INSERT INTO verification_tokens VALUES (?, ?, ?) ON CONFLICT DO NOTHING")) {
            insert.setString(1, key.hash());
            insert.setString(2, key.alias().orElse(null));
            insert.setString(3, String.join(",", key.models()));
            return insert.executeUpdate();
          }
        });
  }

  /** Deletes the keys with these hashes or aliases; answers the hashes of those that were there. */
  List<String> delete(List<String> hashes, List<String> aliases) throws SQLException {
    return database.ask(
        connection -> {
          List<String> deleted = new ArrayList<>();
          try (PreparedStatement delete =
              connection.prepareStatement(
                  "DELETE FROM verification_tokens WHERE token = ANY (?) OR key_alias = ANY (?)"
                      + " RETURNING token")) {
            delete.setArray(1, connection.createArrayOf("text", hashes.toArray()));
            delete.setArray(2, connection.createArrayOf("text", aliases.toArray()));
            try (ResultSet row = delete.executeQuery()) {
              while (row.next()) {
                deleted.add(row.getString(1));
              }
            }
          }
          return deleted;
        });
  }

  static String hash(String key) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }

  private static VirtualKey key(ResultSet row) throws SQLException {
    String models = row.getString("models");
    return new VirtualKey(
        row.getString("token"),
        Optional.ofNullable(row.getString("key_alias")),
        models.isEmpty() ? List.of() : List.of(models.split(",")));
  }
}
