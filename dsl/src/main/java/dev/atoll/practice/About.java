package dev.atoll.practice;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What a person needs to know of a practice, whoever judges it. Immutable; the {@code with}-style
 * methods return a changed copy and read as a sentence:
 *
 * <pre>{@code
 * About.practice("NET-3", "Both sides route to each other through the peering")
 *     .from(Citation.progress("Networking"))
 *     .because("Without a route back, the answer never arrives: replicas see each other and time out.")
 *     .fix("Add a route to the peer's CIDR in every route table that serves nodes, on both sides.")
 *     .wants(EvidenceKind.APPLIED);
 * }</pre>
 *
 * @param id the stable id, such as {@code NET-3}
 * @param title one line: what holds when it holds
 * @param kind practice, expectation or promise
 * @param severity how bad it is when it does not hold
 * @param sources where it is written: the documents first, then primary sources
 * @param correction what the document says and what really holds, where the two differ
 * @param why what happens in production when it does not hold
 * @param fix what to do
 * @param wanted the kinds of evidence that its row asks for
 * @param concern whom it is about, and what they suffer
 */
public record About(
    String id,
    String title,
    Kind kind,
    Severity severity,
    List<Citation> sources,
    Optional<Correction> correction,
    String why,
    String fix,
    Set<EvidenceKind> wanted,
    Concern concern) {

  /**
   * Whom a row is about, and what they suffer when it does not hold.
   *
   * @param subject by which a stranger's estate is spared what is not meant for it
   * @param harm by which findings of one severity are put in order
   */
  public record Concern(Subject subject, Harm harm) {
    private static final Concern OF_ANYBODY = new Concern(Subject.ANYBODY, Harm.WAITS);
  }

  /**
   * Where a document, read literally, does not hold.
   *
   * @param documented what the document says
   * @param holds what really holds
   */
  public record Correction(String documented, String holds) {}

  public About {
    sources = List.copyOf(sources);
    // In the order of their strength, so that every listing is stable.
    wanted = Collections.unmodifiableSet(new TreeSet<>(wanted));
  }

  /** A row that holds for any such deployment; an error unless said otherwise. */
  public static About practice(String id, String title) {
    return row(id, title, Kind.PRACTICE);
  }

  /** A row about a value that the topology owns. */
  public static About expectation(String id, String title) {
    return row(id, title, Kind.EXPECTATION);
  }

  /** A row about something that the tool does. */
  public static About promise(String id, String title) {
    return row(id, title, Kind.PROMISE);
  }

  private static About row(String id, String title, Kind kind) {
    return new About(
        id,
        title,
        kind,
        Severity.ERROR,
        List.of(),
        Optional.empty(),
        "",
        "",
        Set.of(),
        Concern.OF_ANYBODY);
  }

  /** The same with this severity. */
  public About severity(Severity other) {
    return new About(id, title, kind, other, sources, correction, why, fix, wanted, concern);
  }

  /** The same with more sources. */
  public About from(Citation... more) {
    List<Citation> all = Stream.concat(sources.stream(), Arrays.stream(more)).toList();
    return new About(id, title, kind, severity, all, correction, why, fix, wanted, concern);
  }

  /** The same, saying where the document does not hold. */
  public About corrects(String documented, String holds) {
    Optional<Correction> said = Optional.of(new Correction(documented, holds));
    return new About(id, title, kind, severity, sources, said, why, fix, wanted, concern);
  }

  /** The same with the reason. */
  public About because(String reason) {
    return new About(id, title, kind, severity, sources, correction, reason, fix, wanted, concern);
  }

  /** The same with the remedy. */
  public About fix(String remedy) {
    return new About(id, title, kind, severity, sources, correction, why, remedy, wanted, concern);
  }

  /** The same, asking for these kinds of evidence. */
  public About wants(EvidenceKind... kinds) {
    return new About(
        id, title, kind, severity, sources, correction, why, fix, Set.of(kinds), concern);
  }

  /** The same, about these alone. */
  public About subject(Subject other) {
    return with(new Concern(other, concern.harm()));
  }

  /** The same, doing this harm. */
  public About harm(Harm other) {
    return with(new Concern(concern.subject(), other));
  }

  private About with(Concern other) {
    return new About(id, title, kind, severity, sources, correction, why, fix, wanted, other);
  }
}
