package dev.atoll.itest.twin.network;

import java.time.Duration;

/** The path of one connection, as it is now. */
interface Line {

  /** How long a byte takes from one end to the other. */
  Duration oneWay();

  /** Whether bytes arrive. What does not arrive is held back: TCP sends it again. */
  boolean isOpen();

  /** Whether it has been sent again for so long that the connection breaks. */
  boolean isGivenUp();
}
