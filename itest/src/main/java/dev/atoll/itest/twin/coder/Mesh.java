package dev.atoll.itest.twin.coder;

import dev.atoll.itest.twin.clock.Round;
import dev.atoll.itest.twin.clock.TwinClock;
import dev.atoll.itest.twin.coder.Replicas.Replica;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * One replica among those that share a database: every five seconds it says that it lives, and
 * reaches for each of the others.
 */
final class Mesh implements Round, AutoCloseable {

  private final Replicas replicas;
  private final Relay relay;
  private final TwinClock clock;
  private final Log log;
  private final String version;
  private Replica self;
  private String found = "";
  private TwinClock.Repeated repeated;

  Mesh(Replicas replicas, Relay relay, TwinClock clock, Log log, String version, String address) {
    this.replicas = replicas;
    this.relay = relay;
    this.clock = clock;
    this.log = log;
    this.version = version;
    this.self = new Replica(UUID.randomUUID(), relay.from().name(), address, clock.now(), "");
  }

  /** Joins; the others are heard of at once. */
  void join() throws SQLException {
    replicas.say(self, version, clock.now());
    reachOthers();
    repeated = clock.every(Replicas.UPDATE, Replicas.SILENCE.plus(Replicas.UPDATE), this);
  }

  @Override
  public synchronized boolean turn() {
    String before = found;
    try {
      found = reachOthers();
    } catch (SQLException e) {
      found = "run replica update loop: " + e.getMessage();
      log.warn(found);
    }
    return !found.equals(before);
  }

  /** It lived all the time. */
  @Override
  public synchronized void leftOut() {
    try {
      replicas.say(self, version, clock.now());
    } catch (SQLException e) {
      log.warn("run replica update loop: " + e.getMessage());
    }
  }

  /** Who lives, and who of them is not reached. */
  private synchronized String reachOthers() throws SQLException {
    Instant now = clock.now();
    List<Replica> alive = replicas.alive(now);
    List<String> failed = new ArrayList<>();
    for (Replica other : alive) {
      if (!other.id().equals(self.id()) && other.isReachable()) {
        try {
          relay.reach(other.relay());
        } catch (IOException e) {
          failed.add(
              "ping sibling replica %s (%s): %s"
                  .formatted(other.hostname(), other.relay(), e.getMessage()));
        }
      }
    }
    String error = failed.isEmpty() ? "" : "Failed to dial peers: " + String.join(", ", failed);
    if (!error.isEmpty()) {
      log.warn(error);
    }
    self = new Replica(self.id(), self.hostname(), self.relay(), self.started(), error);
    replicas.say(self, version, now);
    return alive.stream().map(Replica::id).toList() + error;
  }

  /** The address that it gave the others. */
  String address() {
    return self.relay();
  }

  /** Falls silent. */
  void leave() {
    if (repeated != null) {
      repeated.close();
    }
  }

  /** Says good-bye; without a database it just falls silent. */
  @Override
  public void close() {
    leave();
    try {
      replicas.stop(self.id(), clock.now());
    } catch (SQLException e) {
      log.warn("close replica: " + e.getMessage());
    }
  }
}
