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
 * Findings that say the same of several places, as one: a module that is called six times has one
 * defect, and five roots without a backend have one cause. What the baseline knows or a comment
 * accepts stays apart from what is open.
 */
final class Merged {

  private Merged() {}

  static List<Entry> of(List<Entry> entries) {
    Map<List<Object>, List<Entry>> byCause = new LinkedHashMap<>();
    for (Entry entry : entries) {
      byCause.computeIfAbsent(cause(entry), key -> new ArrayList<>()).add(entry);
    }
    return byCause.values().stream().map(Merged::one).toList();
  }

  private static List<Object> cause(Entry entry) {
    Finding finding = entry.finding();
    boolean ownEffect = !finding.effect().equals(finding.practice().why());
    return List.of(
        finding.practice().id(),
        finding.severity(),
        finding.fix(),
        ownEffect ? finding.effect() : words(finding.what()),
        finding.motif(),
        entry.known(),
        entry.accepted());
  }

  /** The sentence without the names in it, which differ from instance to instance. */
  static String words(String what) {
    return what.replaceAll("\\S*[/:.*\\[\\]{}\"]\\S*", "·")
        .replaceAll("[a-z]{2}(-[a-z]+)+-\\d", "·")
        .replaceAll("·( ·)+", "·");
  }

  private static Entry one(List<Entry> same) {
    Entry first = same.get(0);
    if (same.size() == 1) {
      return first;
    }
    Set<Source> where = new LinkedHashSet<>();
    same.forEach(entry -> where.addAll(entry.finding().where()));
    Set<String> path = new LinkedHashSet<>(first.finding().path());
    same.forEach(entry -> path.add(entry.finding().what()));
    boolean oneLine = same.stream().map(Merged::line).distinct().count() == 1;
    Finding finding = first.finding();
    String what =
        "%s (and %d more %s)"
            .formatted(finding.what(), same.size() - 1, oneLine ? "by the same line" : "like it");
    return first.with(
        finding.told(what, List.copyOf(where)).along(List.copyOf(path)),
        first.practices(),
        same.stream().flatMap(entry -> entry.parts().stream()).toList());
  }

  private static String line(Entry entry) {
    return entry.finding().where().stream()
        .findFirst()
        .map(place -> Location.of(place).toString())
        .orElse("");
  }
}
