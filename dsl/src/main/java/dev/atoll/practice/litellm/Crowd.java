package dev.atoll.practice.litellm;

import dev.atoll.traffic.Outcome;
import dev.atoll.traffic.TrafficException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Many clients that call LiteLLM at the same time, each with the key that it can read just then.
 * While the twin's time passes nobody calls: a call that takes days would break for that alone.
 */
final class Crowd implements AutoCloseable {

  private static final long PATIENCE_SECONDS = 60;

  /** Between two calls of a client while something happens: it is to be watched, not stopped. */
  private static final long PAUSE_MILLISECONDS = 500;

  /** What a client does; the failures that it sees. */
  private interface Calling {
    List<String> from(Workspace workspace) throws InterruptedException;
  }

  private final int size;
  private final List<Workspace> workspaces;
  private final ExecutorService threads;
  private final List<String> failures = new ArrayList<>();

  /**
   * So many of them.
   *
   * @param workspaces where they sit, as many in one as in another
   */
  Crowd(int size, List<Workspace> workspaces) {
    this.size = size;
    this.workspaces = List.copyOf(workspaces);
    this.threads =
        Executors.newFixedThreadPool(
            size,
            task -> {
              Thread thread = new Thread(task, "workspace");
              thread.setDaemon(true);
              return thread;
            });
  }

  /** Everybody reads the key and calls once. */
  void call() {
    await(all(workspace -> call(workspace, workspace.key())));
  }

  /**
   * Everybody reads the key and calls before something happens, again and again while it does, and
   * once afterwards with the key that it read before: whoever holds that has done nothing wrong.
   */
  void callWhile(Runnable what) {
    CountDownLatch begun = new CountDownLatch(size);
    CountDownLatch over = new CountDownLatch(1);
    Collection<Future<List<String>>> clients = all(workspace -> callUntil(workspace, over, begun));
    try {
      awaitFor(begun);
      what.run();
    } finally {
      over.countDown();
      await(clients);
    }
  }

  private static List<String> callUntil(
      Workspace workspace, CountDownLatch over, CountDownLatch begun) throws InterruptedException {
    Optional<String> held = workspace.key();
    List<String> failed = new ArrayList<>(call(workspace, held));
    begun.countDown();
    while (!over.await(PAUSE_MILLISECONDS, TimeUnit.MILLISECONDS)) {
      failed.addAll(call(workspace, workspace.key()));
    }
    failed.addAll(call(workspace, held));
    return failed;
  }

  /** What went wrong; nothing if nothing did. */
  private static List<String> call(Workspace workspace, Optional<String> read) {
    if (read.isEmpty()) {
      return List.of("there was no key to read");
    }
    Duration before = workspace.time().get();
    Outcome outcome = workspace.holder().call(read.get());
    Duration leapt = workspace.time().get().minus(before);
    if (!leapt.isZero()) {
      throw new IllegalStateException(
          "%d s of the twin's time passed while it waited for an answer"
              .formatted(leapt.toSeconds()));
    }
    if (outcome.response().filter(response -> response.status() == 200).isPresent()) {
      return List.of();
    }
    String what = outcome.fold(response -> "answered " + response.status(), Object::toString);
    return List.of(what);
  }

  private Collection<Future<List<String>>> all(Calling client) {
    List<Future<List<String>>> clients = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      Workspace workspace = workspaces.get(i % workspaces.size());
      clients.add(threads.submit(() -> client.from(workspace)));
    }
    return clients;
  }

  private void await(Collection<Future<List<String>>> clients) {
    for (Future<List<String>> client : clients) {
      try {
        failures.addAll(client.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
      } catch (TimeoutException e) {
        throw stuck(e);
      } catch (ExecutionException e) {
        throw new TrafficException("a client of LiteLLM broke: " + e.getCause(), e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new TrafficException("the trial was interrupted", e);
      }
    }
  }

  private static void awaitFor(CountDownLatch begun) {
    try {
      if (!begun.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw stuck(null);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TrafficException("the trial was interrupted", e);
    }
  }

  private static TrafficException stuck(Throwable cause) {
    return new TrafficException(
        "a client of LiteLLM got no answer for %d s".formatted(PATIENCE_SECONDS), cause);
  }

  /** What went wrong so far. */
  List<String> failures() {
    return List.copyOf(failures);
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
