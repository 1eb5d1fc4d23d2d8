package dev.atoll.itest.twin.coder;

import dev.atoll.itest.twin.database.Connections;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Who did what from which address. */
record AuditLog(Connections database) {

  /**
   * Something that somebody did.
   *
   * @param ip the address on the other side of the connection
   */
  record Entry(String ip, String agent, String resource, String action, int status, UUID user) {}

  Void write(Entry entry, Instant now) throws SQLException {
    return database.ask(
        connection -> {
          try (PreparedStatement insert =
              connection.prepareStatement(
                  "INSERT INTO audit_logs (time, ip, agent, resource, action, status, user_id)"
                      + " VALUES (?, ?, ?, ?, ?, ?, ?)")) {
            insert.setTimestamp(1, Timestamp.from(now));
            insert.setString(2, entry.ip());
            insert.setString(3, entry.agent());
            insert.setString(4, entry.resource());
            insert.setString(5, entry.action());
            insert.setInt(6, entry.status());
            insert.setObject(7, entry.user());
            insert.executeUpdate();
            return null;
          }
        });
  }

  /** The entries, newest first. */
  List<Map<String, Object>> newest() throws SQLException {
    return database.ask(
        connection -> {
          List<Map<String, Object>> all = new ArrayList<>();
          try (PreparedStatement select =
                  connection.prepareStatement("SELECT * FROM audit_logs ORDER BY id DESC");
              ResultSet row = select.executeQuery()) {
            while (row.next()) {
              all.add(
                  Map.of(
                      "id", new UUID(0, row.getLong("id")).toString(),
                      "time", row.getTimestamp("time").toInstant().toString(),
                      "ip", row.getString("ip"),
                      "user_agent", row.getString("agent"),
                      "resource_type", row.getString("resource"),
                      "action", row.getString("action"),
                      "status_code", row.getInt("status")));
            }
          }
          return all;
        });
  }
}
