package dev.atoll.practice;

import dev.atoll.facts.Source;
import java.util.List;
import java.util.Optional;

/**
 * One place where a practice does not hold.
 *
 * @param practice the practice
 * @param severity how bad it is here; the practice's own unless said otherwise
 * @param what what is wrong here, in one sentence with the values
 * @param where the facts that show it
 * @param fix what to do here; more precise than the practice's general fix
 * @param path the reasoning, one step per line, for those who ask; may be empty
 * @param effect what happens in production because of it; more precise than the practice's reason
 * @param motif what it is one half of; empty when it stands for itself
 */
public record Finding(
    About practice,
    Severity severity,
    String what,
    List<Source> where,
    String fix,
    List<String> path,
    String effect,
    Optional<Motif> motif) {

  public Finding {
    where = List.copyOf(where);
    path = List.copyOf(path);
  }

  /** A finding as bad as its practice says. */
  public Finding(About practice, String what, List<Source> where, String fix, List<String> path) {
    this(practice, practice.severity(), what, where, fix, path);
  }

  /** A finding with the effect that its practice tells. */
  public Finding(
      About practice,
      Severity severity,
      String what,
      List<Source> where,
      String fix,
      List<String> path) {
    this(practice, severity, what, where, fix, path, practice.why(), Optional.empty());
  }

  /** A finding of a practice, with the fix that the practice tells. */
  public static Finding of(About practice, String what, Source... where) {
    return new Finding(practice, what, List.of(where), practice.fix(), List.of());
  }

  /** The same, as bad as this. */
  public Finding as(Severity other) {
    return new Finding(practice, other, what, where, fix, path, effect, motif);
  }

  /** The same, with what happens here because of it. */
  public Finding because(String more) {
    return new Finding(practice, severity, what, where, fix, path, more, motif);
  }

  /** The same, with this to do. */
  public Finding fix(String other) {
    return new Finding(practice, severity, what, where, other, path, effect, motif);
  }

  /** The same, with the reasoning step by step. */
  public Finding along(List<String> steps) {
    return new Finding(practice, severity, what, where, fix, steps, effect, motif);
  }

  /** The same, told so and of all these places. */
  public Finding told(String sentence, List<Source> places) {
    return new Finding(practice, severity, sentence, places, fix, path, effect, motif);
  }

  /** The same, as one half of what others tell the rest of. */
  public Finding tells(Motif half) {
    return new Finding(practice, severity, what, where, fix, path, effect, Optional.of(half));
  }

  /** Whether it is that half. */
  public boolean tellsOf(Motif half) {
    return motif.filter(half::equals).isPresent();
  }
}
