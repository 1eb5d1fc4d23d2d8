package dev.atoll.stacks.layout;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The order in which roots are applied: each after those that it stands on. */
final class Order {

  private final Map<Place, Map<Place, String>> needs = new LinkedHashMap<>();

  private Order(Dependencies dependencies) {
    Map<String, Place> places = dependencies.places();
    places.values().forEach(place -> needs.putIfAbsent(place, new LinkedHashMap<>()));
    places.forEach(
        (address, place) ->
            dependencies
                .needs(address)
                .forEach(
                    needed -> {
                      if (!places.get(needed).equals(place)) {
                        needs
                            .get(place)
                            .putIfAbsent(places.get(needed), address + " needs " + needed);
                      }
                    }));
  }

  /**
   * The roots in order; where there is a choice, in that of the layers.
   *
   * @throws IllegalArgumentException when roots stand on each other in a circle, naming the
   *     resources by which they do
   */
  static List<Place> of(Dependencies dependencies) {
    return new Order(dependencies).sorted();
  }

  private List<Place> sorted() {
    List<Place> sorted = new ArrayList<>();
    Set<Place> open = new LinkedHashSet<>(needs.keySet());
    while (!open.isEmpty()) {
      Place next =
          open.stream()
              .filter(place -> needs.get(place).keySet().stream().noneMatch(open::contains))
              .findFirst()
              .orElseThrow(() -> new IllegalArgumentException(circle(open)));
      open.remove(next);
      sorted.add(next);
    }
    return sorted;
  }

  /** Every open root needs another open one, so that walking on ends in a circle. */
  private String circle(Set<Place> open) {
    List<Place> walked = new ArrayList<>();
    Place place = open.iterator().next();
    while (!walked.contains(place)) {
      walked.add(place);
      place = next(place, open);
    }
    StringBuilder text = new StringBuilder("Roots stand on each other in a circle:");
    for (Place each : walked.subList(walked.indexOf(place), walked.size())) {
      Place next = next(each, open);
      text.append("\n  %s on %s: %s".formatted(each, next, needs.get(each).get(next)));
    }
    return text
        + "\nNone of them can be applied first. Move one of these resources to the later layer, or"
        + " let it get by without the other.";
  }

  private Place next(Place place, Set<Place> open) {
    return needs.get(place).keySet().stream().filter(open::contains).findFirst().orElseThrow();
  }
}
