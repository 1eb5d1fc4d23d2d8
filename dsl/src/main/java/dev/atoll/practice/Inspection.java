package dev.atoll.practice;

import dev.atoll.facts.Source;
import dev.atoll.facts.Truth;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Collects what a practice sees while it judges, and turns it into a judgement: any violation makes
 * it FAIL, else anything open makes it UNKNOWN, else it passes, unless nothing was looked at. Local
 * to one call of {@link Practice#judge}.
 */
public final class Inspection {
  /** A noun and what says more of it: "login by IAM" has the plural "logins by IAM". */
  private static final Pattern PHRASE =
      Pattern.compile("(.+?)( (?:of|without|with|to|for|by|in|that|because) .*)");

  private final About practice;
  private final TreeMap<String, Integer> looked = new TreeMap<>();
  private final List<Finding> findings = new ArrayList<>();
  private final Set<String> open = new LinkedHashSet<>();
  private final Set<String> evidence = new LinkedHashSet<>();

  /** An inspection for that practice. */
  public Inspection(About practice) {
    this.practice = practice;
  }

  /** Counts one thing that was looked at, by what it is: "route table". */
  public Inspection look(String what) {
    looked.merge(what, 1, Integer::sum);
    return this;
  }

  /** Something that a person wants to read beside a PASS: what exactly was found to hold. */
  public Inspection evidence(String what) {
    evidence.add(what);
    return this;
  }

  /** Notes that something does not hold here; the practice's own fix applies. */
  public Inspection violation(String what, Source... where) {
    return violation(new Finding(practice, what, List.of(where), practice.fix(), List.of()));
  }

  /** Notes that something does not hold here, yet is no error whatever the practice's severity. */
  public Inspection warning(String what, Source... where) {
    Finding finding = new Finding(practice, what, List.of(where), practice.fix(), List.of());
    return violation(finding.as(Severity.WARNING));
  }

  /** Notes that something does not hold here. */
  public Inspection violation(Finding finding) {
    findings.add(finding);
    return this;
  }

  /** Notes that something is undecided, with what would decide it. */
  public Inspection undecided(String why) {
    open.add(why);
    return this;
  }

  /** Nothing if it holds, a violation if it does not, undecided if that is open. */
  public Inspection require(Truth holds, String otherwise, Source... where) {
    if (holds.isNo()) {
      violation(otherwise, where);
    }
    open.addAll(holds.open());
    return this;
  }

  /** The same, with a finding that says more than its sentence. */
  public Inspection require(Truth holds, Finding otherwise) {
    if (holds.isNo()) {
      violation(otherwise);
    }
    open.addAll(holds.open());
    return this;
  }

  /**
   * The judgement.
   *
   * @param nothing why there may have been nothing to look at: "there is no VPC peering"
   */
  public Judgement judgement(String nothing) {
    if (!findings.isEmpty()) {
      return new Judgement(Verdict.FAIL, findings.get(0).what() + more(), findings);
    }
    if (!open.isEmpty()) {
      return Judgement.unknown(String.join("; ", open));
    }
    if (looked.isEmpty()) {
      return Judgement.notApplicable(nothing);
    }
    return new Judgement(Verdict.PASS, "looked at " + lookedAt() + shown(), List.of());
  }

  private String shown() {
    return evidence.isEmpty() ? "" : ": " + String.join("; ", evidence);
  }

  private String more() {
    return findings.size() == 1 ? "" : " (and %d more)".formatted(findings.size() - 1);
  }

  private String lookedAt() {
    return looked.entrySet().stream()
        .map(entry -> entry.getValue() + " " + plural(entry.getKey(), entry.getValue()))
        .collect(Collectors.joining(", "));
  }

  private static String plural(String noun, int count) {
    if (count == 1) {
      return noun;
    }
    Matcher phrase = PHRASE.matcher(noun);
    if (phrase.matches()) {
      return plural(phrase.group(1), count) + phrase.group(2);
    }
    return noun.endsWith("y") && !noun.endsWith("ay")
        ? noun.substring(0, noun.length() - 1) + "ies"
        : noun + "s";
  }
}
