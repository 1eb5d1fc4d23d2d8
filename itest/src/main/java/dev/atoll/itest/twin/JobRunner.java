package dev.atoll.itest.twin;

import dev.atoll.traffic.TrafficException;
import java.util.List;
import java.util.Map;

/** Runs what a pod of a Job would run, for a twin that has no kubelet. */
@FunctionalInterface
public interface JobRunner {

  /** There is nobody to run it. */
  JobRunner NONE =
      (command, environment) -> {
        throw new TrafficException(
            "Nobody was given to the twin who could run %s".formatted(command));
      };

  /**
   * Runs a command to its end.
   *
   * @param command as the CronJob has it, addresses of the twin in it; files that the pod mounts
   *     are the runner's business
   * @param environment as the container sees it
   * @return what it wrote, a line each
   * @throws TrafficException when it fails
   */
  List<String> run(List<String> command, Map<String, String> environment);
}
