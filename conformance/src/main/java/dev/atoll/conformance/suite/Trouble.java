package dev.atoll.conformance.suite;

/**
 * Something that kept evidence from being gained and is no verdict.
 *
 * @param where which test
 * @param cause what happened
 */
public record Trouble(String where, Throwable cause) {
  @Override
  public String toString() {
    return where + ": " + (cause.getMessage() == null ? cause.toString() : cause.getMessage());
  }
}
