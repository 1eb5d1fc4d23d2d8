package dev.atoll.conformance.audit;

import dev.atoll.facts.Facts;
import dev.atoll.practice.Awaited;
import dev.atoll.practice.Catalogue;
import dev.atoll.practice.Finding;
import dev.atoll.practice.Judgement;
import dev.atoll.practice.Kind;
import dev.atoll.practice.Practice;
import dev.atoll.practice.Subject;
import dev.atoll.practice.Verdict;
import java.util.List;
import java.util.Set;

/**
 * What the catalogue says of a stranger's deployment. Practices alone are asked: expectations are
 * somebody else's values, and promises are about this tool.
 *
 * @param rows every practice that can be judged from what is written, in the catalogue's order
 */
public record Audit(List<Audited> rows) {

  public Audit {
    rows = List.copyOf(rows);
  }

  /** Judges. */
  public static Audit of(Facts facts) {
    Set<Subject> missing = Trace.missing(facts);
    return new Audit(
        Catalogue.all().parallelStream()
            .filter(practice -> practice.about().kind() == Kind.PRACTICE)
            .filter(practice -> !(practice instanceof Awaited))
            .map(practice -> judged(practice, missing, facts))
            .toList());
  }

  /** A judge that stumbles over what a stranger wrote has not judged; the others go on. */
  private static Audited judged(Practice practice, Set<Subject> missing, Facts facts) {
    try {
      Subject subject = practice.about().concern().subject();
      return new Audited(
          practice.about(),
          missing.contains(subject)
              ? Trace.without(subject, practice.judge(facts), facts)
              : Unseen.judged(practice, facts));
    } catch (RuntimeException stumbled) {
      return new Audited(
          practice.about(),
          Judgement.unknown("the judge failed, which is an error of this tool: " + stumbled));
    }
  }

  /** Every finding, in the catalogue's order. */
  public List<Finding> findings() {
    return rows.stream().flatMap(row -> row.judgement().findings().stream()).toList();
  }

  /** The practices with that verdict. */
  public List<Audited> with(Verdict verdict) {
    return rows.stream().filter(row -> row.judgement().verdict() == verdict).toList();
  }
}
