package dev.atoll.conformance.audit;

import dev.atoll.facts.Fact;
import dev.atoll.facts.Facts;
import dev.atoll.facts.coder.CoderServer;
import dev.atoll.practice.Judgement;
import dev.atoll.practice.Subject;
import dev.atoll.practice.Verdict;
import java.util.EnumSet;
import java.util.Set;

/** By what an estate shows that a subject is in it: somewhere it is named. */
final class Trace {

  private Trace() {}

  /** Those of whom an estate has none. */
  static Set<Subject> missing(Facts facts) {
    Set<Subject> missing = EnumSet.complementOf(EnumSet.of(Subject.ANYBODY));
    for (Fact fact : facts.everything()) {
      if (missing.isEmpty()) {
        break;
      }
      String text = fact.toString();
      missing.removeIf(subject -> subject.isNamedIn(text));
    }
    return missing;
  }

  /** What is to be said where there is none: code that was not read may have it. */
  static Judgement without(Subject subject, Judgement judgement, Facts facts) {
    if (judgement.verdict() == Verdict.NOT_APPLICABLE) {
      return judgement;
    }
    String nothing = "nothing that was read names " + subject;
    return facts.gaps(CoderServer.class).stream()
        .findFirst()
        .map(why -> Judgement.unknown(nothing + "; " + why))
        .orElseGet(() -> Judgement.notApplicable(nothing));
  }
}
