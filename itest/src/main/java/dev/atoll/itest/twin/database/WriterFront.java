package dev.atoll.itest.twin.database;

import java.net.InetSocketAddress;

/** The writer of the twin's database at its own address: PostgreSQL's protocol, until it is cut. */
public final class WriterFront implements AutoCloseable {

  private final PostgreSql postgres;
  private final TcpForward forward;

  WriterFront(PostgreSql postgres, TcpForward forward) {
    this.postgres = postgres;
    this.forward = forward;
  }

  /** Where it listens. */
  public InetSocketAddress address() {
    return forward.address();
  }

  /** Makes a database of that name unless it is there, as RDS does when it makes the cluster. */
  public void create(String database) {
    postgres.create(database);
  }

  /** Ends the writer: connections break, and new ones at once. What was stored stays. */
  public void cut() {
    forward.cut();
  }

  /** The writer is back. */
  public void restore() {
    forward.restore();
  }

  @Override
  public void close() {
    forward.close();
  }
}
