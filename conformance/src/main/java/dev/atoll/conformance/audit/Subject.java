package dev.atoll.conformance.audit;

import dev.atoll.facts.Facts;
import dev.atoll.facts.coder.CoderServer;
import dev.atoll.practice.About;
import dev.atoll.practice.Judgement;
import dev.atoll.practice.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a practice is about. Some hold for whatever runs on AWS; others say how Coder, or LiteLLM
 * beside it, wants to be deployed, and nobody else has to follow them: an Aurora cluster of another
 * application may well have a reader, and its nodes admit other ports.
 */
enum Subject {
  CODER(
      "Coder",
      "(?<![A-Za-z])(?:coder|CODER|Coder)(?![a-z])",
      "AUR-[124]|NET-(?:[245]|6.*)|CDR-.*|PRX-.*|LB-[1-8]|DNS-(?:[1-7]|11|12)"),
  LITELLM("LiteLLM", "(?i)litellm", "LLM-.*|DNS-10");

  private final String title;
  private final Pattern named;
  private final Pattern practices;

  Subject(String title, String named, String practices) {
    this.title = title;
    this.named = Pattern.compile(named);
    this.practices = Pattern.compile(practices);
  }

  /** Those of which an estate has no trace. */
  static List<Subject> missing(Facts facts) {
    return List.of(values()).stream()
        .filter(
            subject ->
                facts.everything().stream()
                    .noneMatch(fact -> subject.named.matcher(fact.toString()).find()))
        .toList();
  }

  /** The subject of a practice, if it is one of these. */
  static Optional<Subject> of(About about, List<Subject> missing) {
    return missing.stream()
        .filter(subject -> subject.practices.matcher(about.id()).matches())
        .findFirst();
  }

  /** What is to be said where no trace of it is: code that was not read may have it. */
  Judgement without(Judgement judgement, Facts facts) {
    if (judgement.verdict() == Verdict.NOT_APPLICABLE) {
      return judgement;
    }
    String nothing = "nothing that was read names " + title;
    return facts.gaps(CoderServer.class).stream()
        .findFirst()
        .map(why -> Judgement.unknown(nothing + "; " + why))
        .orElseGet(() -> Judgement.notApplicable(nothing));
  }
}
