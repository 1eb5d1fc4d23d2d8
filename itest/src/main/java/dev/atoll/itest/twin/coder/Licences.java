package dev.atoll.itest.twin.coder;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.atoll.itest.twin.database.Connections;
import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** The licences of a deployment and what they entitle to. Signatures are not looked at. */
record Licences(Connections database) {

  private static final JsonMapper JSON = new JsonMapper();

  /** The claims in a licence's text; empty when it is none. */
  static Optional<JsonNode> claims(String text) {
    String[] parts = text.split("\\.", -1);
    if (parts.length != 3) {
      return Optional.empty();
    }
    try {
      JsonNode claims = JSON.readTree(Base64.getUrlDecoder().decode(parts[1]));
      return Optional.of(claims).filter(tree -> tree.path("features").isObject());
    } catch (IOException | IllegalArgumentException noLicence) {
      return Optional.empty();
    }
  }

  Map<String, Object> add(JsonNode claims, Instant now) throws SQLException {
    return database.ask(
        connection -> {
          UUID uuid = UUID.randomUUID();
          try (PreparedStatement insert =
              connection.prepareStatement(
                  "INSERT INTO licenses (uuid, claims, uploaded) VALUES (?, ?, ?) RETURNING id")) {
            insert.setObject(1, uuid);
            insert.setString(2, claims.toString());
            insert.setTimestamp(3, Timestamp.from(now));
            try (ResultSet row = insert.executeQuery()) {
              row.next();
              return json(row.getInt(1), uuid, claims, now);
            }
          }
        });
  }

  List<Map<String, Object>> all() throws SQLException {
    return database.ask(
        connection -> {
          List<Map<String, Object>> all = new ArrayList<>();
          try (PreparedStatement select =
                  connection.prepareStatement("SELECT * FROM licenses ORDER BY id");
              ResultSet row = select.executeQuery()) {
            while (row.next()) {
              all.add(
                  json(
                      row.getInt("id"),
                      row.getObject("uuid", UUID.class),
                      read(row.getString("claims")),
                      row.getTimestamp("uploaded").toInstant()));
            }
          }
          return all;
        });
  }

  boolean delete(int id) throws SQLException {
    return database.ask(
        connection -> {
          try (PreparedStatement delete =
              connection.prepareStatement("DELETE FROM licenses WHERE id = ?")) {
            delete.setInt(1, id);
            return delete.executeUpdate() > 0;
          }
        });
  }

  /** The features that some licence entitles to; empty when there is no licence. */
  Optional<Set<String>> features() throws SQLException {
    List<Map<String, Object>> all = all();
    Set<String> features = new TreeSet<>();
    for (Map<String, Object> licence : all) {
      ((JsonNode) licence.get("claims"))
          .path("features")
          .properties()
          .forEach(
              feature -> {
                if (feature.getValue().asInt() > 0) {
                  features.add(feature.getKey());
                }
              });
    }
    return all.isEmpty() ? Optional.empty() : Optional.of(features);
  }

  private static Map<String, Object> json(int id, UUID uuid, JsonNode claims, Instant uploaded) {
    return Map.of(
        "id", id, "uuid", uuid.toString(), "uploaded_at", uploaded.toString(), "claims", claims);
  }

  private static JsonNode read(String claims) throws SQLException {
    try {
      return JSON.readTree(claims);
    } catch (JsonProcessingException e) {
      throw new SQLException("claims of a licence are no JSON", "22000", e);
    }
  }
}
