package dev.atoll.practice.traffic;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keys of LiteLLM, their rotation, and how they come to workspaces. */
final class ScriptedKeys {

  static final Duration AFTER = Duration.ofDays(7);
  static final Duration OVERLAP = Duration.ofDays(1);
  private static final Duration CARRIED = Duration.ofSeconds(90);
  private static final Duration CACHED = Duration.ofSeconds(60);

  private record Published(String key, Duration at) {}

  private final Fault fault;
  private final List<Published> published = new ArrayList<>();
  private final Map<String, Duration> dead = new HashMap<>();

  ScriptedKeys(Fault fault) {
    this.fault = fault;
    published.add(new Published("sk-1", Duration.ofDays(-1)));
  }

  /** What a workspace reads. */
  synchronized Optional<String> read(Duration now) {
    if (fault == Fault.KEY_NEVER_CHANGES) {
      return Optional.of("sk-1");
    }
    return published.stream()
        .filter(one -> now.minus(one.at()).compareTo(CARRIED) >= 0)
        .reduce((a, b) -> b)
        .map(Published::key);
  }

  synchronized List<String> rotate(Duration now) {
    List<String> wrote = new ArrayList<>();
    Published newest = published.get(published.size() - 1);
    if (now.minus(newest.at()).compareTo(AFTER) >= 0) {
      if (fault == Fault.DELETES_FIRST) {
        dead.put(newest.key(), now);
      }
      published.add(new Published("sk-" + (published.size() + 1), now));
      wrote.add("published");
    }
    for (int i = 0; i + 1 < published.size() && fault != Fault.NEVER_DELETES; i++) {
      if (now.minus(published.get(i + 1).at()).compareTo(OVERLAP) >= 0) {
        dead.putIfAbsent(published.get(i).key(), now.plus(CACHED));
      }
    }
    return wrote;
  }

  synchronized boolean isGood(String key, Duration now) {
    return published.stream().anyMatch(one -> one.key().equals(key))
        && (!dead.containsKey(key) || now.compareTo(dead.get(key)) < 0);
  }
}
