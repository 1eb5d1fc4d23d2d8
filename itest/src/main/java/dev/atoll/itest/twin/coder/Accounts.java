package dev.atoll.itest.twin.coder;

import dev.atoll.itest.twin.database.Connections;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Users and their API keys. */
record Accounts(Connections database) {

  /** Somebody. */
  record User(UUID id, String email, String name) {
    Map<String, Object> json() {
      return Map.of("id", id.toString(), "email", email, "username", name, "status", "active");
    }
  }

  private static final int ID_LENGTH = 10;
  private static final int SECRET_LENGTH = 22;

  /** Whose session it is; empty when it is nobody's. */
  Optional<User> owner(String token) throws SQLException {
    String[] parts = token.split("-", -1);
    if (parts.length != 2 || parts[0].length() != ID_LENGTH || parts[1].length() != SECRET_LENGTH) {
      return Optional.empty();
    }
    return database.ask(
        connection -> {
          try (PreparedStatement select =
              connection.prepareStatement(
                  "SELECT u.id, u.email, u.username FROM api_keys k JOIN users u ON u.id ="
                      + " k.user_id WHERE k.id = ? AND k.secret_hash = ?")) {
            select.setString(1, parts[0]);
            select.setBytes(2, Tokens.hash(parts[1]));
            return user(select);
          }
        });
  }

  /** The user with that password; empty when there is none. */
  Optional<User> withPassword(String email, String password) throws SQLException {
    return database.ask(
        connection -> {
          try (PreparedStatement select =
              connection.prepareStatement(
                  "SELECT id, email, username, password_hash FROM users WHERE lower(email) ="
                      + " lower(?)")) {
            select.setString(1, email);
            try (ResultSet row = select.executeQuery()) {
              return row.next()
                      && Arrays.equals(row.getBytes("password_hash"), Tokens.hash(password))
                  ? Optional.of(user(row))
                  : Optional.empty();
            }
          }
        });
  }

  /** The first user, whom the stand-in lets in for every code of an identity provider. */
  User first() {
    return new User(FirstUser.ID, FirstUser.EMAIL, FirstUser.NAME);
  }

  /** A new session. */
  String newSession(User user, String ip) throws SQLException {
    String token = Tokens.letters(ID_LENGTH) + "-" + Tokens.letters(SECRET_LENGTH);
    return database.ask(
        connection -> {
          insertKey(connection, token, user.id(), ip);
          return token;
        });
  }

  static void insertKey(Connection connection, String token, UUID user, String ip)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO api_keys VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING")) {
      insert.setString(1, token.substring(0, ID_LENGTH));
      insert.setBytes(2, Tokens.hash(token.substring(ID_LENGTH + 1)));
      insert.setObject(3, user);
      insert.setString(4, ip);
      insert.executeUpdate();
    }
  }

  private static Optional<User> user(PreparedStatement select) throws SQLException {
    try (ResultSet row = select.executeQuery()) {
      return row.next() ? Optional.of(user(row)) : Optional.empty();
    }
  }

  private static User user(ResultSet row) throws SQLException {
    return new User(
        row.getObject("id", UUID.class), row.getString("email"), row.getString("username"));
  }
}
