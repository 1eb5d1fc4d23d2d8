package dev.atoll.conformance.audit;

import dev.atoll.conformance.read.TerraformEstate;
import dev.atoll.practice.Finding;
import dev.atoll.practice.Severity;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What an audit comes to, for people and for machines.
 *
 * @param audit what the catalogue says
 * @param estate what was read
 * @param base what the names of files are relative to
 * @param entries every finding, one per cause, the most serious first
 * @param vanished what the baseline knows and nobody found any more
 * @param unhonoured comments that want to accept findings and count for nothing, with the reason
 */
public record AuditReport(
    Audit audit,
    TerraformEstate estate,
    Path base,
    List<Entry> entries,
    List<String> vanished,
    List<String> unhonoured) {

  /** Puts findings beside what is known and accepted. */
  public static AuditReport of(Audit audit, TerraformEstate estate, Baseline baseline, Path base) {
    Suppressions suppressions = new Suppressions(base, estate.marked());
    List<Entry> entries = new ArrayList<>();
    Map<String, Integer> seen = new LinkedHashMap<>();
    for (Finding finding : audit.findings()) {
      String mark = Fingerprint.of(finding);
      int before = seen.merge(mark, 1, Integer::sum);
      String unique = before == 1 ? mark : mark + "-" + before;
      entries.add(
          new Entry(
              finding,
              List.of(finding.practice()),
              List.of(new Part(unique, finding.practice().id(), finding.what())),
              baseline.has(unique),
              suppressions.accepted(finding)));
    }
    return new AuditReport(
        audit,
        estate,
        base,
        Story.told(Merged.of(entries)).stream().sorted(Seriousness.MOST_SERIOUS_FIRST).toList(),
        baseline.vanished(
            entries.stream()
                .flatMap(entry -> entry.parts().stream())
                .map(Part::fingerprint)
                .collect(Collectors.toSet())),
        suppressions.unhonoured());
  }

  /** The findings of which nobody has decided yet, and that are at least so bad. */
  public List<Entry> open(Severity least) {
    return entries.stream()
        .filter(Entry::isOpen)
        .filter(entry -> entry.severity().compareTo(least) >= 0)
        .toList();
  }

  /** Whether a run with that threshold fails: new findings, or a baseline that is out of date. */
  public boolean fails(Severity least) {
    return !open(least).isEmpty() || !vanished.isEmpty();
  }

  /** How many open findings are just so bad. */
  public long count(Severity severity) {
    return entries.stream()
        .filter(Entry::isOpen)
        .filter(entry -> entry.severity() == severity)
        .count();
  }
}
