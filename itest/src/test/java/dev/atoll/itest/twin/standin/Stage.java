package dev.atoll.itest.twin.standin;

import dev.atoll.aws.Region;
import dev.atoll.itest.twin.clock.TwinClock;
import dev.atoll.itest.twin.database.PostgreSql;
import dev.atoll.itest.twin.database.WriterFront;
import dev.atoll.itest.twin.network.Host;
import dev.atoll.itest.twin.pod.Caller;
import dev.atoll.itest.twin.pod.Surroundings;
import dev.atoll.traffic.Outcome;
import dev.atoll.traffic.Request;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.postgresql.ds.PGSimpleDataSource;

/** Hosts, names, a path that can be cut, a writer and a clock, for servers that a test starts. */
public final class Stage implements AutoCloseable {

  // Several checkouts may run on one machine: each process has a network of its own.
  private static final String NETWORK = "127." + (64 + ProcessHandle.current().pid() % 128) + ".";

  public static final String CLIENT = NETWORK + "9.1";

  public final TwinClock clock = new TwinClock();
  public final WriterFront writer;
  private final Map<String, InetSocketAddress> names = new HashMap<>();
  private boolean pathCut;

  public Stage(PostgreSql postgres) throws UnknownHostException {
    this.writer = postgres.front(new InetSocketAddress(InetAddress.getByName(NETWORK + "1.1"), 0));
  }

  /** What a pod sees that stands at the address with that number. */
  public Surroundings around(String name, int number) throws UnknownHostException {
    InetAddress address = InetAddress.getByName(NETWORK + "2." + number);
    Host host = new Host(name, Region.US_EAST_2, Optional.empty(), address);
    Caller caller = request -> send(address.getHostAddress(), request);
    return new Surroundings(host, this::dial, Optional.of(caller), writer, clock);
  }

  /** Makes a database, or empties the one that is there: that takes less than a new one. */
  public void empty(String database) throws SQLException {
    writer.create(database);
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setServerNames(new String[] {writer.address().getAddress().getHostAddress()});
    source.setPortNumbers(new int[] {writer.address().getPort()});
    source.setDatabaseName(database);
    source.setUser("postgres");
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public");
    }
  }

  private Socket dial(Host from, InetSocketAddress to) throws IOException {
    if (pathCut && !to.equals(writer.address())) {
      throw new SocketTimeoutException("the network drops it");
    }
    Socket socket = new Socket();
    socket.bind(new InetSocketAddress(from.address(), 0));
    socket.connect(to, 2_000);
    return socket;
  }

  public void cutPath(boolean cut) {
    pathCut = cut;
  }

  public void name(String name, InetSocketAddress address) {
    names.put(name, address);
  }

  @Override
  public void close() {
    writer.close();
  }

  private Outcome send(String from, Request request) {
    InetSocketAddress to = names.get(request.uri().getHost());
    if (to == null) {
      return new Outcome.Failure(Outcome.Stage.NAME, "NXDOMAIN");
    }
    try {
      return Wire.send(from, to, request);
    } catch (IOException e) {
      return new Outcome.Failure(Outcome.Stage.CONNECT, String.valueOf(e.getMessage()));
    }
  }
}
