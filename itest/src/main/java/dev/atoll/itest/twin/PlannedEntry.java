package dev.atoll.itest.twin;

import dev.atoll.facts.loadbalancer.Listener;
import dev.atoll.facts.loadbalancer.TargetGroup;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A listener that can be played, with what is behind it.
 *
 * @param certificates the names of each certificate, the default one first
 * @param targets the port of each pod that is a target
 * @param externalTrafficPolicy that of the Service
 */
record PlannedEntry(
    Listener listener,
    List<Set<String>> certificates,
    TargetGroup group,
    Map<PlannedPod, Integer> targets,
    Optional<String> externalTrafficPolicy) {

  PlannedEntry {
    certificates = List.copyOf(certificates);
    targets = new LinkedHashMap<>(targets);
  }
}
