package dev.atoll.itest.twin.database;

import dev.atoll.itest.cache.Folders;
import dev.atoll.itest.process.ChildProcess;
import dev.atoll.itest.process.Command;
import dev.atoll.itest.process.FreePort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A real PostgreSQL on a loopback port, empty, without passwords and without durability. It ends
 * with {@link #close()}, and with this JVM however that ends.
 */
public final class PostgreSql implements AutoCloseable {

  static final String USER = "postgres";

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration GRACE = Duration.ofSeconds(5);

  private final Path folder;
  private final ChildProcess process;
  private final InetSocketAddress address;
  private final Duration took;
  private final List<WriterFront> fronts = new ArrayList<>();
  private final Set<String> databases = new LinkedHashSet<>();

  private PostgreSql(Path folder, ChildProcess process, InetSocketAddress address, Duration took) {
    this.folder = folder;
    this.process = process;
    this.address = address;
    this.took = took;
  }

  /**
   * Unpacks the programs when this user has not got them, starts PostgreSQL and waits until it
   * answers.
   *
   * @throws DatabaseException when it does not
   */
  public static PostgreSql start() {
    long begun = System.nanoTime();
    Programs programs = Programs.unpacked();
    try {
      Path folder = Files.createTempDirectory("atoll-postgresql-");
      boolean root = Integer.valueOf(0).equals(Files.getAttribute(folder, "unix:uid"));
      initialize(programs, root, folder);
      InetSocketAddress address =
          new InetSocketAddress(InetAddress.getLoopbackAddress(), FreePort.find());
      ChildProcess process =
          ChildProcess.startHeld(
              new ProcessBuilder(
                      programs.command(root, "postgres", settings(folder, address.getPort())))
                  .redirectErrorStream(true)
                  .redirectOutput(log(folder).toFile()));
      PostgreSql started =
          new PostgreSql(folder, process, address, Duration.ofNanos(System.nanoTime() - begun));
      started.awaitAnswer();
      return new PostgreSql(folder, process, address, Duration.ofNanos(System.nanoTime() - begun));
    } catch (IOException e) {
      throw new DatabaseException("PostgreSQL cannot be started: " + e.getMessage(), e);
    }
  }

  private static void initialize(Programs programs, boolean root, Path folder) {
    List<String> output = new ArrayList<>();
    int status =
        new Command(
                programs.command(
                    root,
                    "initdb",
                    List.of(
                        "--auth=trust",
                        "--username=" + USER,
                        "--encoding=UTF8",
                        "--locale=C",
                        "--no-sync",
                        "--pgdata=" + data(folder))),
                folder,
                Map.of("PATH", "/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin"))
            .run(output::add, PATIENCE);
    if (status != 0) {
      throw new DatabaseException(
          "PostgreSQL cannot make its data folder; initdb says: "
              + String.join("\n", output)
              + (root ? "\nAs root it needs \"unshare --user\", or run as another user." : ""),
          null);
    }
  }

  private static List<String> settings(Path folder, int port) {
    List<String> settings = new ArrayList<>(List.of("-D", data(folder).toString()));
    Map.of(
            "listen_addresses", "127.0.0.1",
            "port", String.valueOf(port),
            "unix_socket_directories", "",
            "max_connections", "200",
            "shared_buffers", "16MB",
            "fsync", "off",
            "synchronous_commit", "off",
            "full_page_writes", "off",
            "timezone", "UTC")
        .forEach((name, value) -> settings.addAll(List.of("-c", name + "=" + value)));
    return settings;
  }

  private static Path data(Path folder) {
    return folder.resolve("data");
  }

  private static Path log(Path folder) {
    return folder.resolve("postgres.log");
  }

  private void awaitAnswer() throws IOException {
    long limit = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try {
        connect("postgres").close();
        return;
      } catch (SQLException notYet) {
        if (!process.process().isAlive() || System.nanoTime() > limit) {
          String written = Files.readString(log(folder));
          close();
          throw new DatabaseException("PostgreSQL does not answer. It wrote:\n" + written, notYet);
        }
        pause();
      }
    }
  }

  private static void pause() {
    try {
      Thread.sleep(20);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DatabaseException("The start of PostgreSQL was interrupted", e);
    }
  }

  private Connection connect(String database) throws SQLException {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setServerNames(new String[] {address.getAddress().getHostAddress()});
    source.setPortNumbers(new int[] {address.getPort()});
    source.setDatabaseName(database);
    source.setUser(USER);
    source.setSslmode("disable");
    return source.getConnection();
  }

  /** How long it took until it answered, unpacking included. */
  public Duration took() {
    return took;
  }

  /** The process ids of all that runs for it. */
  public List<Long> pids() {
    return process.tree().stream().map(ProcessHandle::pid).toList();
  }

  /**
   * Opens the writer at an address of the twin.
   *
   * @param at with port 0 for any free port
   * @throws UncheckedIOException when the address is taken
   */
  public synchronized WriterFront front(InetSocketAddress at) {
    try {
      WriterFront front =
          new WriterFront(
              this,
              TcpForward.listen(at, () -> new Socket(address.getAddress(), address.getPort())));
      fronts.add(front);
      return front;
    } catch (IOException e) {
      throw new UncheckedIOException("The writer cannot listen at " + at, e);
    }
  }

  synchronized void create(String database) {
    databases.add(database);
    try (Connection connection = connect("postgres");
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE \"" + database.replace("\"", "\"\"") + "\"");
    } catch (SQLException e) {
      if (!"42P04".equals(e.getSQLState())) {
        throw new DatabaseException("The database " + database + " cannot be made", e);
      }
    }
  }

  /**
   * Forgets all that was stored; the databases stay, which takes less than to make them anew.
   *
   * @throws DatabaseException when somebody is still at work in one
   */
  public synchronized void empty() {
    for (String database : databases) {
      try (Connection connection = connect(database);
          Statement statement = connection.createStatement()) {
        statement.execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public");
      } catch (SQLException e) {
        throw new DatabaseException("The database " + database + " cannot be emptied", e);
      }
    }
  }

  /** Ends it and deletes what was stored. */
  @Override
  public synchronized void close() {
    // It waits for those who are connected; so they go first.
    fronts.forEach(WriterFront::close);
    process.stop(GRACE);
    try {
      Folders.delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
