package dev.atoll.itest.twin.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class PostgreSqlTest {

  private static PostgreSql postgres;

  @BeforeAll
  static void start() {
    postgres = PostgreSql.start();
  }

  @AfterAll
  static void stop() {
    postgres.close();
  }

  @Test
  void itIsTheMajorVersionOfTheAuroraClusters() throws Exception {
    try (WriterFront front = writer("127.4.0.1");
        Connection connection = connect(front, "postgres")) {
      assertThat(one(connection, "SHOW server_version")).startsWith("16.");
    }
  }

  @Test
  void aDatabaseIsMadeOnceAndKeptApart() throws Exception {
    try (WriterFront front = writer("127.4.0.2")) {
      front.create("first");
      front.create("first");
      front.create("second");
      try (Connection first = connect(front, "first");
          Connection second = connect(front, "second")) {
        first.createStatement().execute("CREATE TABLE here ()");
        assertThat(one(first, "SELECT to_regclass('here')")).isEqualTo("here");
        assertThat(one(second, "SELECT to_regclass('here')")).isNull();
      }
    }
  }

  @Test
  void aCutBreaksConnectionsOldAndNewAndWhatWasStoredStays() throws Exception {
    try (WriterFront front = writer("127.4.0.3")) {
      front.create("kept");
      Connection before = connect(front, "kept");
      before.createStatement().execute("CREATE TABLE here ()");

      front.cut();
      assertThatThrownBy(() -> one(before, "SELECT 1")).isInstanceOf(SQLException.class);
      assertThatThrownBy(() -> connect(front, "kept")).isInstanceOf(SQLException.class);

      front.restore();
      try (Connection after = connect(front, "kept")) {
        assertThat(one(after, "SELECT to_regclass('here')")).isEqualTo("here");
      }
    }
  }

  @Test
  void nothingIsLeftWhenItWasClosed() throws Exception {
    List<Long> pids;
    WriterFront front;
    try (PostgreSql another = PostgreSql.start()) {
      pids = another.pids();
      front = another.front(new InetSocketAddress(InetAddress.getByName("127.4.0.4"), 0));
      assertThat(pids).hasSizeGreaterThan(1);
      // Whoever stays connected holds nothing up.
      connect(front, "postgres");
    }
    assertThat(pids).noneMatch(pid -> ProcessHandle.of(pid).isPresent());
    assertThatThrownBy(() -> connect(front, "postgres")).isInstanceOf(SQLException.class);
    assertThat(Thread.getAllStackTraces().keySet())
        .noneMatch(thread -> thread.getName().contains(front.address().toString()));
  }

  private static WriterFront writer(String address) throws Exception {
    return postgres.front(new InetSocketAddress(InetAddress.getByName(address), 0));
  }

  private static Connection connect(WriterFront front, String database) throws SQLException {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setServerNames(new String[] {front.address().getAddress().getHostAddress()});
    source.setPortNumbers(new int[] {front.address().getPort()});
    source.setDatabaseName(database);
    source.setUser(PostgreSql.USER);
    return source.getConnection();
  }

  private static String one(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getString(1);
    }
  }
}
