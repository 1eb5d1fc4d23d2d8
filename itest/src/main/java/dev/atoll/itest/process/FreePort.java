package dev.atoll.itest.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Ports for programs that are told a number and listen there later. Between the two nobody holds
 * it, so it lies below those that systems hand out to connections by themselves (on Linux from
 * 32768, else from 49152): a busy machine would give it away.
 */
public final class FreePort {

  private static final int FIRST = 15_000;
  private static final int LAST = 29_999;
  private static final int TRIES = 200;

  private FreePort() {}

  /**
   * A port on which nobody listens on loopback.
   *
   * @throws IOException when there is none
   */
  public static int find() throws IOException {
    return among(FIRST, LAST);
  }

  static int among(int first, int last) throws IOException {
    for (int i = 0; i < TRIES; i++) {
      int port = ThreadLocalRandom.current().nextInt(first, last + 1);
      if (isFree(port)) {
        return port;
      }
    }
    throw new IOException("no port from %d to %d is free".formatted(first, last));
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException taken) {
      return false;
    }
  }
}
