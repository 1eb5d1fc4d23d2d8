package dev.atoll.itest.twin;

import dev.atoll.itest.twin.coder.CoderServer;
import dev.atoll.itest.twin.network.Host;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** A pod of the twin, with whatever runs in it at the moment. */
final class Pod {

  private final PlannedPod plan;
  private final Host host;
  private final Supplier<Running> starter;
  private final List<String> earlier = new ArrayList<>();
  private Optional<Running> running = Optional.empty();

  /**
   * What runs in a pod.
   *
   * @param coder the Coder server, where it is one
   * @param kill ends it as a killed pod
   */
  record Running(Optional<CoderServer> coder, Runnable kill) {}

  Pod(PlannedPod plan, Host host, Supplier<Running> starter) {
    this.plan = plan;
    this.host = host;
    this.starter = starter;
  }

  PlannedPod plan() {
    return plan;
  }

  Host host() {
    return host;
  }

  boolean isRunning() {
    return running.isPresent();
  }

  void start() {
    if (running.isEmpty()) {
      running = Optional.of(starter.get());
    }
  }

  void kill() {
    running.ifPresent(
        now -> {
          now.coder().ifPresent(coder -> earlier.addAll(coder.log()));
          now.kill().run();
        });
    running = Optional.empty();
  }

  Optional<CoderServer> coder() {
    return running.flatMap(Running::coder);
  }

  /** All that was written in it, by whatever ran there. */
  List<String> log() {
    List<String> all = new ArrayList<>(earlier);
    coder().ifPresent(server -> all.addAll(server.log()));
    return all;
  }

  /** The round trip to another pod; empty when either does not run or nothing gets through. */
  Optional<Duration> probe(Pod other) {
    return coder().flatMap(here -> other.coder().flatMap(here::probe));
  }
}
