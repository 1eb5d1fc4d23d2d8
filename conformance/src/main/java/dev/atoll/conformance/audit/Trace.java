package dev.atoll.conformance.audit;

import dev.atoll.facts.Fact;
import dev.atoll.facts.Facts;
import dev.atoll.facts.coder.CoderServer;
import dev.atoll.practice.Judgement;
import dev.atoll.practice.Subject;
import dev.atoll.practice.Verdict;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;

/** By what an estate shows that a subject is in it: somewhere it is named. */
final class Trace {

  private static final Pattern CODER =
      Pattern.compile("(?<![A-Za-z])(?:coder|CODER|Coder)(?![a-z])");
  private static final Pattern LITELLM = Pattern.compile("(?i)litellm");

  private Trace() {}

  /** Those of whom an estate has none. */
  static Set<Subject> missing(Facts facts) {
    Set<Subject> missing = EnumSet.of(Subject.CODER, Subject.LITELLM);
    for (Fact fact : facts.everything()) {
      if (missing.isEmpty()) {
        break;
      }
      String text = fact.toString();
      missing.removeIf(subject -> pattern(subject).matcher(text).find());
    }
    return missing;
  }

  private static Pattern pattern(Subject subject) {
    return subject == Subject.CODER ? CODER : LITELLM;
  }

  /** What is to be said where there is none: code that was not read may have it. */
  static Judgement without(Subject subject, Judgement judgement, Facts facts) {
    if (judgement.verdict() == Verdict.NOT_APPLICABLE) {
      return judgement;
    }
    String nothing =
        "nothing that was read names " + (subject == Subject.CODER ? "Coder" : "LiteLLM");
    return facts.gaps(CoderServer.class).stream()
        .findFirst()
        .map(why -> Judgement.unknown(nothing + "; " + why))
        .orElseGet(() -> Judgement.notApplicable(nothing));
  }
}
