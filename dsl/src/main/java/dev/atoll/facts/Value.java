package dev.atoll.facts;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * An attribute of a fact that is either known or not decidable from what was read, for example an
 * id that Terraform learns only after apply. There is no way to get at the content without saying
 * what happens when it is unknown, so no practice can mistake "not known" for "not there".
 *
 * @param <T> the type of the attribute when it is known
 */
public sealed interface Value<T> {

  /** An attribute whose value was read. */
  record Known<T>(T value) implements Value<T> {
    @Override
    public <R> R fold(
        Function<? super T, ? extends R> known, Function<String, ? extends R> unknown) {
      return known.apply(value);
    }
  }

  /**
   * An attribute that cannot be decided.
   *
   * @param why what would decide it, as half a sentence: "known after apply"
   */
  record Unknown<T>(String why) implements Value<T> {
    @Override
    public <R> R fold(
        Function<? super T, ? extends R> known, Function<String, ? extends R> unknown) {
      return unknown.apply(why);
    }
  }

  /** Handles both cases. */
  <R> R fold(Function<? super T, ? extends R> known, Function<String, ? extends R> unknown);

  /** A value that was read. */
  static <T> Value<T> known(T value) {
    return new Known<>(value);
  }

  /** A value that cannot be decided, with what would decide it. */
  static <T> Value<T> unknown(String why) {
    return new Unknown<>(why);
  }

  /** Transforms a known value and leaves an unknown one as it is. */
  default <R> Value<R> map(Function<? super T, ? extends R> function) {
    return fold(value -> known(function.apply(value)), Value::unknown);
  }

  /** Like {@link #map}, for functions that may not know either. */
  default <R> Value<R> flatMap(Function<? super T, Value<R>> function) {
    return fold(function, Value::unknown);
  }

  /** Tests a known value; an unknown one leaves the question open. */
  default Truth is(Predicate<? super T> test) {
    return fold(value -> Truth.of(test.test(value)), Truth::open);
  }

  /** The value for display: its text, or "unknown" with the reason. */
  default String show() {
    return fold(String::valueOf, why -> "unknown (" + why + ")");
  }

  /**
   * The value when it is known. Meant for places where "not known" and "not there" lead to the same
   * thing.
   */
  default Optional<T> asOptional() {
    return fold(Optional::of, why -> Optional.empty());
  }
}
