package dev.atoll.analysis.dns;

import dev.atoll.aws.Region;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which Regions may be down together: all combinations of up to 12 Regions, and those of up to 3 of
 * more.
 *
 * @param regions the Regions of a deployment
 */
record Combinations(Set<Region> regions) {

  private static final int ALL_UP_TO = 12;
  private static final int FAILURES_BEYOND = 3;

  Combinations {
    regions = Set.copyOf(regions);
  }

  private int failures() {
    return regions.size() <= ALL_UP_TO ? regions.size() : FAILURES_BEYOND;
  }

  /** How many. */
  long count() {
    long total = 0;
    long ways = 1;
    for (int down = 0; down <= failures(); down++) {
      total += ways;
      ways = ways * (regions.size() - down) / (down + 1);
    }
    return total;
  }

  /** What they are when only some of the Regions matter, the fewest failures first. */
  List<Set<Region>> among(Collection<Region> some) {
    List<Region> sorted = List.copyOf(new TreeSet<>(some));
    List<Set<Region>> all = new ArrayList<>();
    for (int size = 0; size <= Math.min(failures(), sorted.size()); size++) {
      choose(size, sorted, Set.of(), all);
    }
    return all;
  }

  private static void choose(
      int size, List<Region> from, Set<Region> chosen, List<Set<Region>> all) {
    if (size == 0) {
      all.add(chosen);
      return;
    }
    for (int i = 0; i <= from.size() - size; i++) {
      Set<Region> more = new TreeSet<>(chosen);
      more.add(from.get(i));
      choose(size - 1, from.subList(i + 1, from.size()), more, all);
    }
  }
}
