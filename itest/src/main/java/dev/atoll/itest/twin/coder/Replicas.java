package dev.atoll.itest.twin.coder;

import dev.atoll.itest.twin.database.Connections;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The list of replicas that share a database. */
record Replicas(Connections database) {

  /** How often a replica says that it lives. */
  static final Duration UPDATE = Duration.ofSeconds(5);

  /** One that says nothing for so long is dead. */
  static final Duration SILENCE = UPDATE.multipliedBy(3);

  /** A younger one does not count as one too many: it may be a roll-out. */
  private static final Duration GRACE = Duration.ofMinutes(1);

  /** A replica as it last said. */
  record Replica(UUID id, String hostname, String relay, Instant started, String error) {

    /** One without an address is no peer of anybody's. */
    boolean isReachable() {
      return !relay.isEmpty();
    }

    boolean isAged(Instant now) {
      return !started.plus(GRACE).isAfter(now);
    }

    Map<String, Object> json() {
      return Map.of(
          "id",
          id.toString(),
          "hostname",
          hostname,
          "created_at",
          started.toString(),
          "relay_address",
          relay,
          "region_id",
          999,
          "error",
          error,
          "database_latency",
          0);
    }
  }

  /** Those that live, oldest first. */
  List<Replica> alive(Instant now) throws SQLException {
    return database.ask(
        connection -> {
          List<Replica> all = new ArrayList<>();
          try (PreparedStatement select =
              connection.prepareStatement(
                  "SELECT * FROM replicas WHERE updated > ? AND stopped IS NULL"
                      + " ORDER BY started, hostname")) {
            select.setTimestamp(1, Timestamp.from(now.minus(SILENCE)));
            try (ResultSet row = select.executeQuery()) {
              while (row.next()) {
                all.add(
                    new Replica(
                        row.getObject("id", UUID.class),
                        row.getString("hostname"),
                        row.getString("relay"),
                        row.getTimestamp("started").toInstant(),
                        row.getString("error")));
              }
            }
          }
          return all;
        });
  }

  /** Those that the one with that name knows of: itself, and all that gave an address. */
  List<Replica> seenBy(String hostname, Instant now) throws SQLException {
    return alive(now).stream()
        .filter(each -> each.isReachable() || each.hostname().equals(hostname))
        .toList();
  }

  /** Says that a replica lives, and what is wrong with it. */
  Void say(Replica self, String version, Instant now) throws SQLException {
    return database.ask(
        connection -> {
          try (PreparedStatement upsert =
              connection.prepareStatement(
                  "INSERT INTO replicas VALUES (?, ?, ?, ?, ?, ?, NULL, ?) ON CONFLICT (id) DO"
                      + " UPDATE SET updated = EXCLUDED.updated, error = EXCLUDED.error")) {
            upsert.setObject(1, self.id());
            upsert.setString(2, self.hostname());
            upsert.setString(3, self.relay());
            upsert.setString(4, version);
            upsert.setTimestamp(5, Timestamp.from(self.started()));
            upsert.setTimestamp(6, Timestamp.from(now));
            upsert.setString(7, self.error());
            upsert.executeUpdate();
            return null;
          }
        });
  }

  /** Says that a replica ends. */
  Void stop(UUID id, Instant now) throws SQLException {
    return database.ask(
        connection -> {
          try (PreparedStatement update =
              connection.prepareStatement("UPDATE replicas SET stopped = ? WHERE id = ?")) {
            update.setTimestamp(1, Timestamp.from(now));
            update.setObject(2, id);
            update.executeUpdate();
            return null;
          }
        });
  }
}
