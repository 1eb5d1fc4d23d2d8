package dev.atoll.conformance.diagnose;

import dev.atoll.aws.Region;
import dev.atoll.facts.coder.CoderPackage;
import java.util.List;
import java.util.Optional;

/** What pods wrote lately. */
@FunctionalInterface
public interface PodLogs {

  /** Nobody can read any. */
  PodLogs NONE = (of, region) -> Optional.empty();

  /**
   * The lines of a Region's servers or proxies, the oldest first.
   *
   * @return empty where they cannot be read
   */
  Optional<List<String>> of(CoderPackage.Of of, Region region);
}
