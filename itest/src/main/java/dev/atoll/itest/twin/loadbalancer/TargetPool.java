package dev.atoll.itest.twin.loadbalancer;

import dev.atoll.facts.loadbalancer.TargetGroup.HealthProbe;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/**
 * The targets behind one listener and what is known of their health. Targets begin as their first
 * answer says; later a status changes after as many answers in a row as the health check has it.
 */
final class TargetPool {

  private final HealthProbe check;
  private final Predicate<Target> asked;
  private final Map<Target, Status> targets = new LinkedHashMap<>();
  private final AtomicInteger turn = new AtomicInteger();

  /**
   * What is known of a target.
   *
   * @param healthy whether it takes connections
   * @param against how many answers in a row said otherwise
   */
  private record Status(boolean healthy, int against) {
    Status after(boolean answer, HealthProbe check) {
      if (answer == healthy) {
        return new Status(healthy, 0);
      }
      int needed = answer ? check.healthyAfter() : check.unhealthyAfter();
      return against + 1 >= needed ? new Status(answer, 0) : new Status(healthy, against + 1);
    }
  }

  /**
   * Asks each target once.
   *
   * @param asked asks a target
   */
  TargetPool(HealthProbe check, List<Target> targets, Predicate<Target> asked) {
    this.check = check;
    this.asked = asked;
    targets.forEach(each -> this.targets.put(each, new Status(asked.test(each), 0)));
  }

  /** Asks every target once more; whether anything is known now that was not. */
  synchronized boolean ask() {
    Map<Target, Status> before = Map.copyOf(targets);
    targets.replaceAll((target, status) -> status.after(asked.test(target), check));
    return !targets.equals(before);
  }

  /**
   * The next target for a connection, in turn: a healthy one, or any when none is healthy.
   *
   * @param from which targets come into question
   */
  synchronized Optional<Target> next(Predicate<Target> from) {
    List<Target> candidates = targets.keySet().stream().filter(from).toList();
    List<Target> healthy = candidates.stream().filter(this::isHealthy).toList();
    List<Target> open = healthy.isEmpty() ? candidates : healthy;
    return open.isEmpty()
        ? Optional.empty()
        : Optional.of(open.get(Math.floorMod(turn.getAndIncrement(), open.size())));
  }

  /** Whether any of these targets is healthy. */
  synchronized boolean anyHealthy(Predicate<Target> of) {
    return targets.keySet().stream().filter(of).anyMatch(this::isHealthy);
  }

  private boolean isHealthy(Target target) {
    return targets.get(target).healthy();
  }
}
