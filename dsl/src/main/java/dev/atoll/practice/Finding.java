package dev.atoll.practice;

import dev.atoll.facts.Source;
import java.util.List;

/**
 * One place where a practice does not hold.
 *
 * @param practice the practice
 * @param severity how bad it is here; the practice's own unless said otherwise
 * @param what what is wrong here, in one sentence with the values
 * @param where the facts that show it
 * @param fix what to do here; more precise than the practice's general fix
 * @param path the reasoning, one step per line, for those who ask; may be empty
 */
public record Finding(
    About practice,
    Severity severity,
    String what,
    List<Source> where,
    String fix,
    List<String> path) {

  public Finding {
    where = List.copyOf(where);
    path = List.copyOf(path);
  }

  /** A finding as bad as its practice says. */
  public Finding(About practice, String what, List<Source> where, String fix, List<String> path) {
    this(practice, practice.severity(), what, where, fix, path);
  }

  /** The same, as bad as this. */
  public Finding as(Severity other) {
    return new Finding(practice, other, what, where, fix, path);
  }
}
