package dev.atoll.itest.twin.database;

import dev.atoll.itest.twin.network.Dialer;
import dev.atoll.itest.twin.network.Host;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Semaphore;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A server's connections to the writer, at most four at a time, each through the network of the
 * twin. A connection that broke while nobody used it is replaced without anybody noticing.
 */
public final class Connections implements AutoCloseable {

  private static final int MOST = 4;

  /** Real time, however busy the machine; what is cut or dropped breaks at once. */
  private static final int SECONDS_TO_CONNECT = 30;

  private static final int SECONDS_TO_ANSWER = 30;

  private final TcpForward path;
  private final PGSimpleDataSource source;
  private final Semaphore free = new Semaphore(MOST);
  private final Deque<Connection> idle = new ArrayDeque<>();
  private boolean closed;

  /**
   * Something to be asked of the database, in one transaction.
   *
   * @param <T> the answer
   */
  @FunctionalInterface
  public interface Query<T> {
    /** Asks. */
    T ask(Connection connection) throws SQLException;
  }

  private Connections(TcpForward path, PGSimpleDataSource source) {
    this.path = path;
    this.source = source;
  }

  /**
   * Connections from a host to a database, none of them open yet.
   *
   * @throws IOException when loopback has no free port
   */
  public static Connections of(Host host, Dialer dialer, WriterFront writer, String database)
      throws IOException {
    // The driver knows addresses only, the dialer opens sockets: this port brings them together.
    TcpForward path =
        TcpForward.listen(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
            () -> dialer.dial(host, writer.address()));
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setServerNames(new String[] {path.address().getAddress().getHostAddress()});
    source.setPortNumbers(new int[] {path.address().getPort()});
    source.setDatabaseName(database);
    source.setUser(PostgreSql.USER);
    source.setSslmode("disable");
    source.setApplicationName(host.name());
    source.setConnectTimeout(SECONDS_TO_CONNECT);
    source.setLoginTimeout(SECONDS_TO_CONNECT);
    source.setSocketTimeout(SECONDS_TO_ANSWER);
    return new Connections(path, source);
  }

  /**
   * Asks the database.
   *
   * @throws SQLException when it cannot be reached, or says no
   */
  public <T> T ask(Query<T> query) throws SQLException {
    free.acquireUninterruptibly();
    try {
      Connection kept = takeIdle();
      if (kept != null) {
        try {
          return answered(kept, query);
        } catch (SQLException e) {
          if (!isBroken(e)) {
            throw e;
          }
        }
      }
      return answered(source.getConnection(), query);
    } finally {
      free.release();
    }
  }

  private <T> T answered(Connection connection, Query<T> query) throws SQLException {
    boolean good = false;
    try {
      connection.setAutoCommit(false);
      T answer = query.ask(connection);
      connection.commit();
      good = true;
      return answer;
    } catch (SQLException e) {
      if (!isBroken(e)) {
        connection.rollback();
        good = true;
      }
      throw e;
    } finally {
      giveBack(connection, good);
    }
  }

  // Class 08: the connection is gone; 57P: the server ends it.
  private static boolean isBroken(SQLException e) {
    return e.getSQLState() == null
        || e.getSQLState().startsWith("08")
        || e.getSQLState().startsWith("57P");
  }

  private synchronized Connection takeIdle() {
    return idle.poll();
  }

  private synchronized void giveBack(Connection connection, boolean good) throws SQLException {
    if (good && !closed) {
      idle.push(connection);
    } else {
      connection.close();
    }
  }

  /** Breaks what is open. */
  @Override
  public synchronized void close() {
    closed = true;
    path.close();
    for (Connection connection : idle) {
      try {
        connection.close();
      } catch (SQLException alreadyBroken) {
        // It is gone, which is all that is wanted.
      }
    }
    idle.clear();
  }
}
