package dev.atoll.itest.twin.network;

import java.util.concurrent.Phaser;

/**
 * The loops that take what comes to a port. Whoever closes the port waits for their end: for as
 * long as a thread waits there the kernel keeps the port, takes connections, and lets nobody else
 * have it.
 */
public final class Loops {

  private final Phaser running = new Phaser(1);

  /** One of them, to be run in a thread of its own. */
  public Runnable of(Runnable loop) {
    running.register();
    return () -> {
      try {
        loop.run();
      } finally {
        running.arriveAndDeregister();
      }
    };
  }

  /** Waits until all have ended. */
  public void awaitEnd() {
    running.arriveAndAwaitAdvance();
  }
}
