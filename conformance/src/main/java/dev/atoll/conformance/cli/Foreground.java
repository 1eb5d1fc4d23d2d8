package dev.atoll.conformance.cli;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * Runs commands at the terminal, one after the other. Ctrl-C reaches such a command as it reaches
 * us: it stops in good order and keeps its state, and we wait for that. A second signal would make
 * Terraform drop what it has not yet written, so none is sent.
 */
final class Foreground implements AutoCloseable {

  private final Thread patience;
  private boolean ending;
  private Process current;

  /**
   * @param interrupted done last when this process is asked to end
   */
  Foreground(Runnable interrupted) {
    patience =
        new Thread(
            () -> {
              Process running = end();
              if (running != null) {
                running.onExit().join();
              }
              interrupted.run();
            });
    Runtime.getRuntime().addShutdownHook(patience);
  }

  /**
   * Runs a command to its end; does not return when this process is asked to end meanwhile.
   *
   * @return the exit code
   */
  int run(Supplier<Process> command) throws InterruptedException {
    int exit = begin(command).waitFor();
    goOn();
    return exit;
  }

  private Process begin(Supplier<Process> command) {
    goOn();
    synchronized (this) {
      current = command.get();
      return current;
    }
  }

  private synchronized Process end() {
    ending = true;
    return current;
  }

  private synchronized boolean isEnding() {
    return ending;
  }

  /** Nothing further begins, and nothing is said of what was interrupted, but by the hook. */
  private void goOn() {
    if (isEnding()) {
      new CompletableFuture<Void>().join();
    }
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(patience);
    } catch (IllegalStateException ending) {
      // It is at work already.
    }
  }
}
