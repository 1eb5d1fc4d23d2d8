package dev.atoll.conformance.audit;

import dev.atoll.facts.Source;
import dev.atoll.practice.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Findings that one line of code causes, as one: a module that is called six times has one defect,
 * not six.
 */
final class Merged {

  private Merged() {}

  static List<Finding> of(List<Finding> findings) {
    Map<String, List<Finding>> byCause = new LinkedHashMap<>();
    for (Finding finding : findings) {
      byCause.computeIfAbsent(cause(finding), key -> new ArrayList<>()).add(finding);
    }
    return byCause.values().stream().map(Merged::one).toList();
  }

  private static String cause(Finding finding) {
    String where =
        finding.where().stream()
            .findFirst()
            .map(Location::of)
            .filter(place -> place.line().isPresent())
            .map(Location::toString)
            // Without a line, nothing tells one cause from another.
            .orElse(finding.what());
    return String.join(
        "|", finding.practice().id(), finding.severity().name(), where, words(finding.what()));
  }

  /** The sentence without the names in it, which differ from instance to instance. */
  static String words(String what) {
    return what.replaceAll("\\S*[/:.*\\[\\]{}\"]\\S*", "·")
        .replaceAll("[a-z]{2}(-[a-z]+)+-\\d", "·");
  }

  private static Finding one(List<Finding> same) {
    Finding first = same.get(0);
    if (same.size() == 1) {
      return first;
    }
    Set<Source> where = new LinkedHashSet<>();
    same.forEach(finding -> where.addAll(finding.where()));
    List<String> path = new ArrayList<>(first.path());
    same.forEach(finding -> path.add(finding.what()));
    return new Finding(
        first.practice(),
        first.severity(),
        "%s (and %d more by the same line)".formatted(first.what(), same.size() - 1),
        List.copyOf(where),
        first.fix(),
        path);
  }
}
