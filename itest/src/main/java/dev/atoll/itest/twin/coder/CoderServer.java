package dev.atoll.itest.twin.coder;

import dev.atoll.facts.kubernetes.Container;
import dev.atoll.itest.twin.http.HttpListener;
import dev.atoll.itest.twin.network.Host;
import dev.atoll.itest.twin.pod.Surroundings;
import dev.atoll.traffic.TrafficException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A stand-in for one Coder 2.27.1 server or workspace proxy, listening on its host's address. It
 * behaves as the settings on its Deployment say; each behaviour is a line of {@code stand-ins.md}.
 *
 * <p>It owns at most 16 threads for requests and two for each open connection to the database.
 */
public final class CoderServer implements AutoCloseable {

  private final Surroundings around;
  private final Configuration configuration;
  private final CoderProcess process;
  private final HttpListener listener;
  private final Log log;
  private boolean ended;

  private CoderServer(
      Surroundings around,
      Configuration configuration,
      CoderProcess process,
      HttpListener listener,
      Log log) {
    this.around = around;
    this.configuration = configuration;
    this.process = process;
    this.listener = listener;
    this.log = log;
  }

  /**
   * Starts it and waits until it listens.
   *
   * @throws TrafficException when the real server would not start with these settings; the message
   *     has its own words
   * @throws IllegalArgumentException when the container would not even start: a key that no Secret
   *     has, a switch that is neither true nor false
   */
  public static CoderServer start(CoderSettings settings, Surroundings around) {
    Configuration configuration =
        Configuration.of(settings.environment(around.host().address().getHostAddress()));
    Log log = new Log(around.clock());
    String version = version(settings.container());
    CoderProcess process =
        settings.isProxy()
            ? new ProxyProcess(configuration, version, around, log)
            : new ServerProcess(configuration, version, around, log);
    InetSocketAddress address =
        new InetSocketAddress(around.host().address(), configuration.port());
    try {
      HttpListener listener = HttpListener.open(around.host().name(), address, process.site());
      log.info("Started HTTP listener at http://0.0.0.0:" + configuration.port());
      if (configuration.tls()) {
        log.info("Started TLS/HTTPS listener");
      }
      return new CoderServer(around, configuration, process, listener, log);
    } catch (IOException e) {
      process.kill();
      throw new TrafficException(e.getMessage(), e);
    }
  }

  private static String version(Container container) {
    String image = container.image();
    return image.contains(":") ? image.substring(image.lastIndexOf(':') + 1) : "v0.0.0";
  }

  /** Where it stands. */
  public Host host() {
    return around.host();
  }

  /** Where it listens for plain HTTP. */
  public InetSocketAddress address() {
    return new InetSocketAddress(around.host().address(), configuration.port());
  }

  /** What it wrote, a line each, oldest first. */
  public List<String> log() {
    return log.lines();
  }

  /** A session of the deployment's owner, the same at every replica that shares the database. */
  public String ownerToken() {
    return FirstUser.TOKEN;
  }

  /**
   * The real time that a small request to another replica's relay address takes, over a connection
   * that is already there; empty when it does not get through.
   */
  public Optional<Duration> probe(CoderServer other) {
    try {
      return Optional.of(
          new Relay(around.host(), around.dialer()).roundTrip(other.configuration.relay()));
    } catch (IOException unreachable) {
      return Optional.empty();
    }
  }

  Routes routes() {
    return process.routes();
  }

  /** Ends it as a killed pod: connections break, the others learn of it by its silence. */
  public synchronized void kill() {
    if (!ended) {
      ended = true;
      listener.close();
      process.kill();
    }
  }

  /** Ends it in good order: it takes itself off the list of replicas if the database hears it. */
  @Override
  public synchronized void close() {
    if (!ended) {
      ended = true;
      listener.close();
      process.close();
    }
  }
}
