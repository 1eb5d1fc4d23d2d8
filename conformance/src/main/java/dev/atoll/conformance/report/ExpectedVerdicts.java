package dev.atoll.conformance.report;

import dev.atoll.practice.EvidenceKind;
import dev.atoll.practice.Verdict;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The verdicts that a run is expected to come to, committed next to the code, so that a pass cannot
 * get lost without anybody noticing. One piece of evidence a line, {@code #} begins a comment:
 *
 * <pre>
 * NET-3 applied PASS
 * LB-1  cluster PASS stand-in
 * NET-6b model  FAIL            # 34 ms apart, known
 * </pre>
 *
 * @param outcomes what is expected, by practice and kind
 */
public record ExpectedVerdicts(Map<Piece, Outcome> outcomes) {

  /** One kind of evidence about one practice. */
  public record Piece(String practice, EvidenceKind kind) implements Comparable<Piece> {
    @Override
    public int compareTo(Piece other) {
      int byPractice = practice.compareTo(other.practice);
      return byPractice != 0 ? byPractice : kind.compareTo(other.kind);
    }
  }

  public ExpectedVerdicts {
    outcomes = Collections.unmodifiableMap(new TreeMap<>(outcomes));
  }

  /**
   * Reads the lines of a file.
   *
   * @param file its name, for messages
   * @param known the ids of the whole catalogue
   * @throws IllegalArgumentException if a line cannot be understood, names an id that the catalogue
   *     does not have, or repeats another; the message lists every such line
   */
  public static ExpectedVerdicts parse(String text, String file, Collection<String> known) {
    Map<Piece, Outcome> outcomes = new TreeMap<>();
    List<String> wrong = new ArrayList<>();
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).replaceFirst("#.*", "").strip();
      if (!line.isEmpty()) {
        String place = "%s:%d: ".formatted(file, i + 1);
        read(line, known, outcomes).ifPresent(why -> wrong.add(place + why));
      }
    }
    if (!wrong.isEmpty()) {
      throw new IllegalArgumentException(String.join("\n", wrong));
    }
    return new ExpectedVerdicts(outcomes);
  }

  /** Puts one line among the outcomes, or says what is wrong with it. */
  private static Optional<String> read(
      String line, Collection<String> known, Map<Piece, Outcome> outcomes) {
    String[] word = line.split("\\s+", -1);
    boolean standIn = word.length == 4 && word[3].equals("stand-in");
    if (word.length != 3 && !standIn) {
      return Optional.of("expected \"ID KIND VERDICT [stand-in]\", found \"%s\"".formatted(line));
    }
    if (!known.contains(word[0])) {
      return Optional.of("the catalogue has no practice " + word[0]);
    }
    Optional<EvidenceKind> kind = named(EvidenceKind.values(), word[1]);
    if (kind.isEmpty()) {
      return Optional.of("there is no kind of evidence \"%s\"".formatted(word[1]));
    }
    Optional<Verdict> verdict = named(Verdict.values(), word[2]);
    if (verdict.isEmpty()) {
      return Optional.of("there is no verdict \"%s\"".formatted(word[2]));
    }
    if (standIn && verdict.get() != Verdict.PASS) {
      return Optional.of("only a PASS is told apart by stand-in");
    }
    Piece piece = new Piece(word[0], kind.get());
    return outcomes.put(piece, Outcome.of(verdict.get(), standIn)) == null
        ? Optional.empty()
        : Optional.of("%s %s is there twice".formatted(word[0], word[1]));
  }

  private static <E extends Enum<E>> Optional<E> named(E[] values, String name) {
    return List.of(values).stream()
        .filter(value -> value.name().equals(name.toUpperCase(Locale.ROOT)))
        .findFirst();
  }

  /** The same for some practices only, for a run that was about no others. */
  public ExpectedVerdicts only(Collection<String> ids) {
    Map<Piece, Outcome> some = new TreeMap<>(outcomes);
    some.keySet().removeIf(piece -> !ids.contains(piece.practice()));
    return new ExpectedVerdicts(some);
  }

  /**
   * The same for a run about some practices: it gathers the evidence that they ask for, and what
   * else a whole run brings may be missing.
   */
  public ExpectedVerdicts askedOf(Report report) {
    Map<Piece, Outcome> some = new TreeMap<>(outcomes);
    some.keySet().retainAll(marks(report).keySet());
    return new ExpectedVerdicts(some);
  }

  private static Map<Piece, Mark> marks(Report report) {
    Map<Piece, Mark> seen = new TreeMap<>();
    for (Row row : report.rows()) {
      row.marks().forEach(mark -> seen.put(new Piece(row.about().id(), mark.kind()), mark));
    }
    return seen;
  }

  /**
   * Holds a report against what is expected. Worse or simply different from what the file says is a
   * regression, and so is a failure that the file does not know; a pass that is better than what
   * the file says is a gain. What the file expects of a practice that the report leaves out is
   * lost.
   */
  public Comparison compare(Report report) {
    Map<Piece, Mark> seen = marks(report);
    List<Difference> differences = new ArrayList<>();
    outcomes.forEach(
        (piece, expected) -> {
          Mark mark = seen.getOrDefault(piece, new Mark(piece.kind(), false, List.of()));
          if (mark.outcome() != expected) {
            differences.add(difference(piece, Optional.of(expected), mark));
          }
        });
    seen.forEach(
        (piece, mark) -> {
          boolean telling = mark.outcome().passed() || mark.outcome() == Outcome.FAIL;
          if (telling && !outcomes.containsKey(piece)) {
            differences.add(difference(piece, Optional.empty(), mark));
          }
        });
    return new Comparison(
        differences.stream().filter(each -> !each.gained()).toList(),
        differences.stream().filter(Difference::gained).toList());
  }

  private static Difference difference(Piece piece, Optional<Outcome> expected, Mark mark) {
    return new Difference(piece.practice(), piece.kind(), expected, mark.outcome(), mark.detail());
  }
}
