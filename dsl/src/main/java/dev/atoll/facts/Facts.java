package dev.atoll.facts;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What a reader saw of one deployment. Immutable. Carries, besides the facts, what the deployment's
 * own topology intends, so that expectations can compare; a stranger's deployment has no intention.
 */
public final class Facts {

  private final Origin origin;
  private final List<Fact> facts;
  private final List<Gap> gaps;
  private final Optional<Facts> intended;
  private final Consumer<Class<? extends Fact>> asked;
  private final ByKind byKind;

  /**
   * Something that a reader could not see.
   *
   * @param kind the kind of fact of which there may be more
   * @param why the reason, as half a sentence
   */
  public record Gap(Class<? extends Fact> kind, String why) {}

  private Facts(
      Origin origin,
      List<Fact> facts,
      List<Gap> gaps,
      Optional<Facts> intended,
      Consumer<Class<? extends Fact>> asked) {
    this.origin = origin;
    this.facts = List.copyOf(facts);
    this.gaps = List.copyOf(gaps);
    this.intended = intended;
    this.asked = asked;
    this.byKind = new ByKind(this.facts, this.gaps);
  }

  /** Others with the very same facts. */
  private Facts(Facts same, Optional<Facts> intended, Consumer<Class<? extends Fact>> asked) {
    this.origin = same.origin;
    this.facts = same.facts;
    this.gaps = same.gaps;
    this.byKind = same.byKind;
    this.intended = intended;
    this.asked = asked;
  }

  /** A complete listing. */
  public static Facts of(Origin origin, Collection<? extends Fact> facts) {
    return of(origin, facts, List.of());
  }

  /** A listing with gaps. */
  public static Facts of(Origin origin, Collection<? extends Fact> facts, List<Gap> gaps) {
    return new Facts(origin, List.copyOf(facts), gaps, Optional.empty(), kind -> {});
  }

  /** What was read. */
  public Origin origin() {
    return origin;
  }

  /** The facts of one kind. */
  public <F extends Fact> Seen<F> all(Class<F> kind) {
    asked.accept(kind);
    return byKind.all(kind);
  }

  /** The fact of that kind about that thing, if it was seen. */
  public <F extends Fact> Optional<F> find(Class<F> kind, Ref ref) {
    return all(kind).stream().filter(fact -> fact.ref().equals(ref)).findFirst();
  }

  /** Every fact, in the reader's order. */
  public List<Fact> everything() {
    return facts;
  }

  /** What the deployment's own topology intends; empty for a stranger's. */
  public Optional<Facts> intended() {
    return intended;
  }

  /** The same facts, beside what the topology intends. */
  public Facts intending(Facts intention) {
    return new Facts(this, Optional.of(intention), asked);
  }

  /** The same facts and more. */
  public Facts and(Collection<? extends Fact> more) {
    return new Facts(
        origin, Stream.concat(facts.stream(), more.stream()).toList(), gaps, intended, asked);
  }

  /** The same facts, with more that was not seen. */
  public Facts lacking(Collection<Gap> more) {
    return new Facts(
        origin, facts, Stream.concat(gaps.stream(), more.stream()).toList(), intended, asked);
  }

  /** The same facts without those that match: how what-if questions take a piece away. */
  public Facts without(Predicate<? super Fact> taken) {
    List<Fact> kept = new ArrayList<>(facts);
    kept.removeIf(taken);
    return new Facts(origin, kept, gaps, intended, asked);
  }

  /** The same facts, which tell of what kinds somebody asks: what an answer rests on. */
  public Facts telling(Consumer<Class<? extends Fact>> listener) {
    return new Facts(this, intended, listener);
  }

  /** Why there may be more of that kind than was seen, every reason. */
  public List<String> gaps(Class<? extends Fact> kind) {
    return gaps.stream().filter(gap -> gap.kind().equals(kind)).map(Gap::why).toList();
  }
}
