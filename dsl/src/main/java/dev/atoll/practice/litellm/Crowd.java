package dev.atoll.practice.litellm;

import dev.atoll.traffic.Outcome;
import dev.atoll.traffic.TrafficException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Many clients that call LiteLLM at the same time, each with the key that it can read just then.
 * While the twin's time passes nobody calls: a call that takes days would break for that alone.
 */
final class Crowd implements AutoCloseable {

  private static final long PATIENCE_SECONDS = 60;

  /** Between two calls of a client while something happens: it is to be watched, not stopped. */
  private static final long PAUSE_MILLISECONDS = 500;

  private final int size;
  private final KeyHolder holder;
  private final Supplier<Optional<String>> key;
  private final ExecutorService threads;
  private final List<String> failures = new ArrayList<>();

  Crowd(int size, KeyHolder holder, Supplier<Optional<String>> key) {
    this.size = size;
    this.holder = holder;
    this.key = key;
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
    await(all(() -> call(key.get())));
  }

  /**
   * Everybody reads the key and calls before something happens, again and again while it does, and
   * once afterwards with the key that it read before: whoever holds that has done nothing wrong.
   */
  void callWhile(Runnable what) {
    CountDownLatch begun = new CountDownLatch(size);
    CountDownLatch over = new CountDownLatch(1);
    Collection<Future<List<String>>> clients = all(() -> callUntil(over, begun));
    try {
      awaitFor(begun);
      what.run();
    } finally {
      over.countDown();
      await(clients);
    }
  }

  private List<String> callUntil(CountDownLatch over, CountDownLatch begun)
      throws InterruptedException {
    Optional<String> held = key.get();
    List<String> failed = new ArrayList<>(call(held));
    begun.countDown();
    while (!over.await(PAUSE_MILLISECONDS, TimeUnit.MILLISECONDS)) {
      failed.addAll(call(key.get()));
    }
    failed.addAll(call(held));
    return failed;
  }

  /** What went wrong; nothing if nothing did. */
  private List<String> call(Optional<String> read) {
    if (read.isEmpty()) {
      return List.of("there was no key to read");
    }
    Outcome outcome = holder.call(read.get());
    if (outcome.response().filter(response -> response.status() == 200).isPresent()) {
      return List.of();
    }
    String what = outcome.fold(response -> "answered " + response.status(), Object::toString);
    return List.of(what);
  }

  private Collection<Future<List<String>>> all(Callable<List<String>> client) {
    List<Future<List<String>>> clients = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      clients.add(threads.submit(client));
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
