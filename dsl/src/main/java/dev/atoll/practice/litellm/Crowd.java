package dev.atoll.practice.litellm;

import dev.atoll.traffic.Outcome;
import dev.atoll.traffic.TrafficException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Many clients that call LiteLLM again and again, each with the key that it can read just then. */
final class Crowd implements AutoCloseable {

  private static final long PAUSE_MILLISECONDS = 200;
  private static final long PATIENCE_MILLISECONDS = 30_000;

  private final Supplier<Optional<String>> key;
  private final List<Thread> threads = new ArrayList<>();
  private final List<AtomicInteger> calls = new ArrayList<>();
  private final Queue<String> failures = new ConcurrentLinkedQueue<>();
  private volatile boolean ended;

  private Crowd(Supplier<Optional<String>> key) {
    this.key = key;
  }

  /** Lets that many clients begin. */
  static Crowd of(int size, KeyHolder holder, Supplier<Optional<String>> key) {
    Crowd crowd = new Crowd(key);
    for (int i = 0; i < size; i++) {
      AtomicInteger made = new AtomicInteger();
      crowd.calls.add(made);
      Thread thread = new Thread(() -> crowd.call(holder, made), "workspace-" + i);
      thread.setDaemon(true);
      crowd.threads.add(thread);
      thread.start();
    }
    return crowd;
  }

  private void call(KeyHolder holder, AtomicInteger made) {
    while (!ended) {
      key.get()
          .ifPresentOrElse(
              text -> note(holder.call(text)), () -> failures.add("there was no key to read"));
      made.incrementAndGet();
      pause();
    }
  }

  private void note(Outcome outcome) {
    if (outcome.response().filter(response -> response.status() == 200).isEmpty()) {
      failures.add(
          outcome.fold(response -> "answered " + response.status(), failure -> failure.toString()));
    }
  }

  /**
   * Waits until everybody has called at least twice more, so that one call began after now.
   *
   * @throws TrafficException when somebody is stuck
   */
  void everybodyCalls() {
    List<Integer> before = calls.stream().map(AtomicInteger::get).toList();
    long deadline = System.nanoTime() + PATIENCE_MILLISECONDS * 1_000_000;
    for (int i = 0; i < calls.size(); i++) {
      while (calls.get(i).get() < before.get(i) + 2) {
        if (System.nanoTime() > deadline) {
          throw new TrafficException("a client of LiteLLM got no answer for 30 s");
        }
        pause();
      }
    }
  }

  /** How many calls were made. */
  int calls() {
    return calls.stream().mapToInt(AtomicInteger::get).sum();
  }

  /** What went wrong so far. */
  List<String> failures() {
    return List.copyOf(failures);
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TrafficException("the trial was interrupted", e);
    }
  }

  @Override
  public void close() {
    ended = true;
    for (Thread thread : threads) {
      try {
        thread.join(PATIENCE_MILLISECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
