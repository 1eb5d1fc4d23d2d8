package dev.atoll.analysis.reachability;

/** Which way a packet goes. */
public enum Direction {
  /** From the side that opens the connection. */
  THERE,
  /** The answer. */
  BACK;

  /** The same way, seen from the other side. */
  public Direction mirrored() {
    return this == THERE ? BACK : THERE;
  }
}
