package dev.atoll.practice.litellm;

import dev.atoll.facts.Facts;
import dev.atoll.facts.kubernetes.Container;
import dev.atoll.facts.kubernetes.Workload;
import java.time.Duration;
import java.util.Optional;

/**
 * What the scheduled job that rotates the workspaces' key is told, as its command says.
 *
 * @param after how old a key gets before a new one is made
 * @param overlap how long the old one lives beside the new one
 */
record Rotation(Duration after, Duration overlap) {

  /** That of a deployment; empty when no such job was read. */
  static Optional<Rotation> of(Facts facts) {
    return facts.all(Workload.class).stream()
        .filter(workload -> workload.kind() == Workload.Kind.CRON_JOB)
        .flatMap(workload -> workload.containers().stream())
        .flatMap(container -> of(container).stream())
        .findFirst();
  }

  private static Optional<Rotation> of(Container container) {
    return seconds(container, "--rotate-after")
        .flatMap(
            after -> seconds(container, "--overlap").map(overlap -> new Rotation(after, overlap)));
  }

  private static Optional<Duration> seconds(Container container, String option) {
    return container.command().stream()
        .filter(word -> word.matches(option + "=\\d{1,9}"))
        .map(word -> Duration.ofSeconds(Long.parseLong(word.substring(option.length() + 1))))
        .findFirst();
  }
}
