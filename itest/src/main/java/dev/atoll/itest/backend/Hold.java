package dev.atoll.itest.backend;

import dev.atoll.itest.process.ChildProcess;
import java.io.IOException;
import java.time.Duration;

/**
 * Removes a container when this JVM ends, however it ends. Testcontainers has a container of its
 * own for that, which not every machine can have.
 *
 * @param watch waits for the end of its standard input
 */
public record Hold(ChildProcess watch) implements AutoCloseable {

  private static final String SCRIPT =
      "trap '' INT TERM; cat >/dev/null; exec docker rm -f -v \"$0\" >/dev/null 2>&1";

  /**
   * Watches over a container.
   *
   * @param container its id
   * @throws BackendException when there is no shell
   */
  public static Hold on(String container) {
    try {
      return new Hold(ChildProcess.start(new ProcessBuilder("sh", "-c", SCRIPT, container)));
    } catch (IOException e) {
      throw new BackendException("Nothing can watch over a container: " + e.getMessage());
    }
  }

  /** Removes the container now, if it is still there. */
  @Override
  public void close() {
    watch.stop(Duration.ofSeconds(20));
  }
}
