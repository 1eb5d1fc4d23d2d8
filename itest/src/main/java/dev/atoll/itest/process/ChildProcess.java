package dev.atoll.itest.process;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
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
    if (!allGone(tree, grace)) {
      Stream.concat(tree().stream(), tree.stream()).forEach(ProcessHandle::destroyForcibly);
      allGone(tree, Duration.ofSeconds(5));
    }
  }

  private static boolean allGone(List<ProcessHandle> tree, Duration limit) {
    CompletableFuture<?>[] ends =
        tree.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new);
    try {
      CompletableFuture.allOf(ends).orTimeout(limit.toMillis(), TimeUnit.MILLISECONDS).join();
      return true;
    } catch (CompletionException stillThere) {
      return false;
    }
  }

  private List<ProcessHandle> tree() {
    return Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
  }
}
