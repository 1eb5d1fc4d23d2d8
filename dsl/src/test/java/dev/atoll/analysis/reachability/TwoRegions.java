package dev.atoll.analysis.reachability;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The base world of tests: two Regions as they are deployed, everything as it should be. */
public final class TwoRegions {

  private TwoRegions() {}

  /** The world; take pieces away with {@code without …}. */
  public static World world() {
    try {
      return World.of(
          Files.readString(
              Path.of("src/test/resources/dev/atoll/analysis/reachability/two-regions.txt")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same world with one thing changed. */
  public static World with(String change) {
    return world().with(change);
  }
}
