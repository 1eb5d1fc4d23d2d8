package dev.atoll.facts;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The answer to a question about facts: yes, no, or open together with what would decide it
 * (Kleene's strong three-valued logic).
 *
 * @param answer the answer
 * @param open what would decide an open question; empty otherwise
 */
public record Truth(Answer answer, List<String> open) {

  /** The three answers. */
  public enum Answer {
    YES,
    NO,
    OPEN
  }

  /** Decided: it holds. */
  public static final Truth YES = new Truth(Answer.YES, List.of());

  /** Decided: it does not hold. */
  public static final Truth NO = new Truth(Answer.NO, List.of());

  public Truth {
    open = List.copyOf(open);
  }

  /** A decided answer. */
  public static Truth of(boolean holds) {
    return holds ? YES : NO;
  }

  /** An answer that what was read does not give. */
  public static Truth open(String why) {
    return new Truth(Answer.OPEN, List.of(why));
  }

  /** Whether it certainly holds. */
  public boolean isYes() {
    return answer == Answer.YES;
  }

  /** Whether it certainly does not hold. */
  public boolean isNo() {
    return answer == Answer.NO;
  }

  /** Whether it is undecided. */
  public boolean isOpen() {
    return answer == Answer.OPEN;
  }

  /** Conjunction: no wins, then open. */
  public Truth and(Truth other) {
    return combine(other, Answer.NO, YES);
  }

  /** Disjunction: yes wins, then open. */
  public Truth or(Truth other) {
    return combine(other, Answer.YES, NO);
  }

  /** Negation; open stays open. */
  public Truth not() {
    return isOpen() ? this : of(isNo());
  }

  /** Whether it holds for every element; true for none. */
  public static <T> Truth all(Stream<T> elements, Function<? super T, Truth> question) {
    return elements.<Truth>map(question).reduce(YES, Truth::and);
  }

  /** Whether it holds for at least one element; false for none. */
  public static <T> Truth any(Stream<T> elements, Function<? super T, Truth> question) {
    return elements.<Truth>map(question).reduce(NO, Truth::or);
  }

  private Truth combine(Truth other, Answer dominant, Truth neutral) {
    if (answer == dominant || other.answer == dominant) {
      return of(dominant == Answer.YES);
    }
    if (isOpen() || other.isOpen()) {
      return new Truth(
          Answer.OPEN, Stream.concat(open.stream(), other.open.stream()).distinct().toList());
    }
    return neutral;
  }
}
