package dev.atoll.itest.twin.coder;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/** What the stand-in stores, as far as somebody can see it from outside. */
final class Schema {

  private static final String TABLES =
      """
      SELECT pg_advisory_xact_lock(227);
      CREATE TABLE IF NOT EXISTS deployment (id uuid NOT NULL, one int PRIMARY KEY DEFAULT 1);
      CREATE TABLE IF NOT EXISTS users (
        id uuid PRIMARY KEY, email text UNIQUE NOT NULL, username text NOT NULL,
        password_hash bytea NOT NULL);
      CREATE TABLE IF NOT EXISTS api_keys (
        id text PRIMARY KEY, secret_hash bytea NOT NULL, user_id uuid NOT NULL, ip text NOT NULL);
      CREATE TABLE IF NOT EXISTS licenses (
        id serial PRIMARY KEY, uuid uuid NOT NULL, claims text NOT NULL, uploaded timestamptz NOT NULL);
      CREATE TABLE IF NOT EXISTS replicas (
        id uuid PRIMARY KEY, hostname text NOT NULL, relay text NOT NULL, version text NOT NULL,
        started timestamptz NOT NULL, updated timestamptz NOT NULL, stopped timestamptz,
        error text NOT NULL);
      CREATE TABLE IF NOT EXISTS workspace_proxies (
        id uuid PRIMARY KEY, name text UNIQUE NOT NULL, display_name text NOT NULL,
        icon text NOT NULL, url text NOT NULL DEFAULT '', wildcard text NOT NULL DEFAULT '',
        version text NOT NULL DEFAULT '', derp boolean NOT NULL DEFAULT true,
        secret_hash bytea NOT NULL, created timestamptz NOT NULL, updated timestamptz NOT NULL);
      CREATE TABLE IF NOT EXISTS audit_logs (
        id serial PRIMARY KEY, time timestamptz NOT NULL, ip text NOT NULL, agent text NOT NULL,
        resource text NOT NULL, action text NOT NULL, status int NOT NULL, user_id uuid);
      """;

  private Schema() {}

  static Void create(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(TABLES);
    }
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO deployment (id) VALUES (?) ON CONFLICT DO NOTHING")) {
      insert.setObject(1, UUID.randomUUID());
      insert.executeUpdate();
    }
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO users VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING")) {
      insert.setObject(1, FirstUser.ID);
      insert.setString(2, FirstUser.EMAIL);
      insert.setString(3, FirstUser.NAME);
      insert.setBytes(4, Tokens.hash(FirstUser.PASSWORD));
      insert.executeUpdate();
    }
    Accounts.insertKey(connection, FirstUser.TOKEN, FirstUser.ID, "127.0.0.1");
    return null;
  }
}
