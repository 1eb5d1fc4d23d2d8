package dev.atoll.itest.twin.coder;

import dev.atoll.itest.twin.database.Connections;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The workspace proxies that were made in a deployment. */
record Proxies(Connections database) {

  /** What a proxy says of itself when it registers. */
  record Registration(String url, String wildcard, String version, boolean derp) {}

  /**
   * A proxy.
   *
   * @param url where it is; empty until it registered
   */
  record Proxy(
      UUID id,
      String name,
      String displayName,
      String icon,
      String url,
      String wildcard,
      String version,
      boolean derp,
      Instant created,
      Instant updated) {}

  /** Makes one; empty when the name is taken. */
  Optional<Proxy> create(Proxy proxy, String secret) throws SQLException {
    return database.ask(
        connection -> {
          try (PreparedStatement insert =
              connection.prepareStatement(
                  "INSERT INTO workspace_proxies"
                      + " (id, name, display_name, icon, secret_hash, created, updated)"
                      + " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (name) DO NOTHING")) {
            insert.setObject(1, proxy.id());
            insert.setString(2, proxy.name());
            insert.setString(3, proxy.displayName());
            insert.setString(4, proxy.icon());
            insert.setBytes(5, Tokens.hash(secret));
            insert.setTimestamp(6, Timestamp.from(proxy.created()));
            insert.setTimestamp(7, Timestamp.from(proxy.updated()));
            return insert.executeUpdate() == 1 ? Optional.of(proxy) : Optional.empty();
          }
        });
  }

  /** Notes what a proxy says of itself; false when it is not the one that its token says. */
  boolean register(String token, Registration said, Instant now) throws SQLException {
    String[] parts = token.split(":", -1);
    if (parts.length != 2 || !parts[0].matches("[0-9a-f-]{36}")) {
      return false;
    }
    return database.ask(
        connection -> {
          try (PreparedStatement update =
              connection.prepareStatement(
                  "UPDATE workspace_proxies SET url = ?, wildcard = ?, version = ?, derp = ?,"
                      + " updated = ? WHERE id = ? AND secret_hash = ?")) {
            update.setString(1, said.url());
            update.setString(2, said.wildcard());
            update.setString(3, said.version());
            update.setBoolean(4, said.derp());
            update.setTimestamp(5, Timestamp.from(now));
            update.setObject(6, UUID.fromString(parts[0]));
            update.setBytes(7, Tokens.hash(parts[1]));
            return update.executeUpdate() == 1;
          }
        });
  }

  /** All of them, by name. */
  List<Proxy> all() throws SQLException {
    return database.ask(
        connection -> {
          List<Proxy> all = new ArrayList<>();
          try (PreparedStatement select =
                  connection.prepareStatement("SELECT * FROM workspace_proxies ORDER BY name");
              ResultSet row = select.executeQuery()) {
            while (row.next()) {
              all.add(
                  new Proxy(
                      row.getObject("id", UUID.class),
                      row.getString("name"),
                      row.getString("display_name"),
                      row.getString("icon"),
                      row.getString("url"),
                      row.getString("wildcard"),
                      row.getString("version"),
                      row.getBoolean("derp"),
                      row.getTimestamp("created").toInstant(),
                      row.getTimestamp("updated").toInstant()));
            }
          }
          return all;
        });
  }

  /** The id of the deployment, which is that of its primary region. */
  UUID deployment() throws SQLException {
    return database.ask(
        connection -> {
          try (PreparedStatement select = connection.prepareStatement("SELECT id FROM deployment");
              ResultSet row = select.executeQuery()) {
            row.next();
            return row.getObject(1, UUID.class);
          }
        });
  }
}
