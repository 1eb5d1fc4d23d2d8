package dev.atoll.itest.process;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A process that ends when its standard input closes, and everything it started.
 *
 * @param process the root of the tree
 */
public record ChildProcess(Process process) {

  /**
   * Starts a program that itself leaves when its standard input closes.
   *
   * @throws IOException when it cannot be started
   */
  public static ChildProcess start(ProcessBuilder builder) throws IOException {
    return new ChildProcess(builder.start());
  }

  /**
   * Starts any program, on a leash: it is sent SIGTERM when its standard input closes or this JVM
   * ends.
   *
   * @throws IOException when the shell cannot be started
   */
  public static ChildProcess startHeld(ProcessBuilder builder) throws IOException {
    return start(builder.command(Leash.hold(builder.command())));
  }

  /**
   * Asks the process to end by closing its standard input, waits, then kills what is left of the
   * tree. Returns when all of it is gone.
   *
   * @param grace how long it may take to end by itself
   */
  public void stop(Duration grace) {
    List<ProcessHandle> tree = tree();
    try {
      process.getOutputStream().close();
    } catch (IOException alreadyClosed) {
      // The process went first.
    }
    awaitEnd(List.of(process.toHandle()), grace);
    Stream.concat(tree().stream(), tree.stream()).forEach(ProcessHandle::destroyForcibly);
    awaitEnd(tree, Duration.ofSeconds(5));
  }

  private static void awaitEnd(List<ProcessHandle> handles, Duration limit) {
    CompletableFuture<?>[] ends =
        handles.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new);
    CompletableFuture.allOf(ends)
        .completeOnTimeout(null, limit.toMillis(), TimeUnit.MILLISECONDS)
        .join();
  }

  /** The process and everything it started that is still there. */
  public List<ProcessHandle> tree() {
    return Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
  }
}
