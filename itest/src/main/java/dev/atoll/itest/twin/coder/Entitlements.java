package dev.atoll.itest.twin.coder;

import dev.atoll.itest.twin.coder.Replicas.Replica;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the licences allow. Without the database, what was last known. */
final class Entitlements {

  private static final String UNLICENSED =
      "You have multiple replicas but high availability is an Enterprise feature. You will be"
          + " unable to connect to workspaces.";
  private static final String NOT_ENTITLED =
      "You have multiple replicas but your license is not entitled to high availability. You will"
          + " be unable to connect to workspaces.";

  /** Without a change of licences they are looked at again after so long. */
  private static final Duration REFRESH = Duration.ofMinutes(10);

  private final Licences licences;
  private final Replicas replicas;
  private Instant refreshed;
  private Optional<Set<String>> found = Optional.empty();
  private List<String> errors = List.of();
  private volatile Optional<Set<String>> features = Optional.empty();

  Entitlements(Licences licences, Replicas replicas, Instant start) {
    this.licences = licences;
    this.replicas = replicas;
    this.refreshed = start;
  }

  boolean include(String feature) {
    return features().orElse(Set.of()).contains(feature);
  }

  private Optional<Set<String>> features() {
    try {
      features = licences.features();
    } catch (SQLException unreachable) {
      // What was read before holds.
    }
    return features;
  }

  /** The whole of it, as {@code /api/v2/entitlements} of the server with that name says it. */
  Map<String, Object> json(List<String> names, String hostname, Instant now) throws SQLException {
    Optional<Set<String>> entitled = features();
    Map<String, Object> each = new HashMap<>();
    for (String name : names) {
      boolean enabled = entitled.orElse(Set.of()).contains(name);
      each.put(
          name, Map.of("entitlement", enabled ? "entitled" : "not_entitled", "enabled", enabled));
    }
    return Map.of(
        "features", each,
        "warnings", List.of(),
        "errors", lastFound(entitled, hostname, now),
        "has_license", entitled.isPresent(),
        "trial", false);
  }

  private synchronized List<String> lastFound(
      Optional<Set<String>> entitled, String hostname, Instant now) throws SQLException {
    if (!entitled.equals(found) || !now.isBefore(refreshed.plus(REFRESH))) {
      errors = errors(entitled, hostname, now);
      found = entitled;
      refreshed = now;
    }
    return errors;
  }

  private List<String> errors(Optional<Set<String>> entitled, String hostname, Instant now)
      throws SQLException {
    List<String> all = new ArrayList<>();
    List<Replica> aged =
        replicas.seenBy(hostname, now).stream().filter(each -> each.isAged(now)).toList();
    if (aged.size() > 1 && entitled.isEmpty()) {
      all.add(UNLICENSED);
    } else if (aged.size() > 1 && !entitled.get().contains(Licence.HIGH_AVAILABILITY)) {
      all.add(NOT_ENTITLED);
    }
    return all;
  }
}
