package dev.atoll.conformance.report;

/**
 * How much of the wanted evidence passed.
 *
 * @param passed kinds of evidence that passed, on a stand-in or not
 * @param onStandIn how many of these rest on a stand-in
 * @param wanted kinds of evidence that the row asks for
 */
public record Progress(int passed, int onStandIn, int wanted) {

  /** Whether some of the wanted evidence passed, but not all of it. */
  public boolean partial() {
    return passed > 0 && passed < wanted;
  }

  /** "1 of 2". */
  @Override
  public String toString() {
    return passed + " of " + wanted;
  }
}
