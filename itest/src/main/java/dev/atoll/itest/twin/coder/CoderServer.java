package dev.atoll.itest.twin.coder;

import dev.atoll.itest.twin.network.Host;
import dev.atoll.itest.twin.pod.Surroundings;
import dev.atoll.traffic.TrafficException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A stand-in for one Coder 2.27.1 server or workspace proxy, listening on its host's address. It
 * behaves as the settings on its Deployment say; each behaviour is a line of {@code stand-ins.md}.
 */
public final class CoderServer implements AutoCloseable {

  private final Surroundings around;

  private CoderServer(Surroundings around) {
    this.around = around;
  }

  /**
   * Starts it and waits until it listens.
   *
   * @throws TrafficException when the real server would not start with these settings; the message
   *     has its own words
   */
  public static CoderServer start(CoderSettings settings, Surroundings around) {
    settings.environment(around.host().address().getHostAddress());
    return new CoderServer(around);
  }

  /** Where it stands. */
  public Host host() {
    return around.host();
  }

  /** Where it listens for plain HTTP. */
  public InetSocketAddress address() {
    return new InetSocketAddress(around.host().address(), 8080);
  }

  /** What it wrote, a line each, oldest first. */
  public List<String> log() {
    return List.of();
  }

  /** A session of the deployment's owner, the same at every replica that shares the database. */
  public String ownerToken() {
    return "";
  }

  /**
   * The real time that a small request to another replica's relay address takes, over a connection
   * that is already there; empty when it does not get through.
   */
  public Optional<Duration> probe(CoderServer other) {
    return Optional.empty();
  }

  /** Ends it as a killed pod: connections break, the others learn of it by its silence. */
  public void kill() {}

  /** Ends it in good order: it takes itself off the list of replicas if the database hears it. */
  @Override
  public void close() {
    kill();
  }
}
