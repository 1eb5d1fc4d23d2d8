package dev.atoll.topology;

/**
 * Why something is as it is. Whoever reads a report reads it.
 *
 * @param text the reason, as a sentence
 */
public record Reason(String text) {

  /** Reads well where it is used: {@code .licencePending(because("the order is placed"))}. */
  public static Reason because(String text) {
    return new Reason(text);
  }
}
