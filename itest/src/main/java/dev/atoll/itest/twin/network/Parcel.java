package dev.atoll.itest.twin.network;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * Bytes on their way, or the end of them.
 *
 * @param due when they arrive, by {@link System#nanoTime()}
 * @param bytes what arrives; empty at the end
 * @param last whether nothing comes after
 * @param broken how the connection broke; empty for an orderly end
 */
record Parcel(long due, ByteBuffer bytes, boolean last, Optional<IOException> broken) {

  private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

  static Parcel of(long due, ByteBuffer bytes) {
    return new Parcel(due, bytes, false, Optional.empty());
  }

  static Parcel end(long due) {
    return new Parcel(due, NOTHING, true, Optional.empty());
  }

  static Parcel broken(long due, IOException why) {
    return new Parcel(due, NOTHING, true, Optional.of(why));
  }

  /** How long until it arrives, in nanoseconds; not positive when it has. */
  long dueIn(long now) {
    return due - now;
  }
}
