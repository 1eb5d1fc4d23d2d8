package dev.atoll.traffic;

import dev.atoll.aws.Region;
import dev.atoll.facts.Facts;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A deployment that runs on loopback, built from what was read back of the applied one: real names,
 * TLS, HTTP and TCP, with stand-ins for the servers. A trial may do to it what nobody does to a
 * live one. Whoever cuts also heals: a trial leaves the twin as it found it ({@link #heal()}).
 *
 * <p>Time is the twin's own: TTLs, health checks, idle limits and lags pass only when somebody lets
 * them pass. Round trips are real.
 */
public interface Twin extends Internet, AutoCloseable {

  /** What it was built from. */
  Facts facts();

  /** The Regions that run Coder servers, the one with the database first. */
  List<Region> regions();

  /** Lets that much of the twin's time go by: health checkers ask, caches forget, idle ends. */
  void pass(Duration time);

  /** The twin's time since it was built. */
  Duration elapsed();

  /** Ends one Coder replica, or all of a Region when no number is given; the others stay. */
  void stopCoder(Region region, Optional<Integer> replica);

  /** Ends the database's writer. */
  void stopDatabase();

  /** Everything that stands in a Region is gone: servers, load balancers, the database there. */
  void loseRegion(Region region);

  /** Sets the round trip between two Regions. */
  void roundTrip(Region one, Region other, Duration time);

  /** Replaces the rules of the network by these: what passes is decided over them from now on. */
  void network(Facts facts);

  /** Undoes everything above, and waits until the servers answer. */
  void heal();

  /** What the Coder servers of a Region wrote, a line each, oldest first. */
  List<String> coderLog(Region region);

  /** The round trip that a Coder replica in one Region measures to one in another. */
  Optional<Duration> probe(Region from, Region to);

  /** A session of the deployment's owner, for the header {@code Coder-Session-Token}. */
  String ownerToken();

  /** The key that workspaces in a Region read now, as a running workspace sees it. */
  Optional<String> workspaceKey(Region region);

  /**
   * Runs the rotation of the workspaces' LiteLLM key once, as its scheduled job would.
   *
   * @return what it wrote
   * @throws TrafficException when there is no such job, or it fails
   */
  List<String> rotateKey();

  @Override
  void close();
}
