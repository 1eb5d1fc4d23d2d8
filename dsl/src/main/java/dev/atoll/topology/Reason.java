package dev.atoll.topology;

/**
 * Why something is as it is, or departs from the documented practice. Whoever reads a report reads
 * it.
 *
 * @param text the reason, as it completes "because"
 */
public record Reason(String text) {

  /** Reads well where it is used: {@code .licencePending(because("the order is placed"))}. */
  public static Reason because(String text) {
    return new Reason(text);
  }

  @Override
  public String toString() {
    return "because " + text;
  }
}
