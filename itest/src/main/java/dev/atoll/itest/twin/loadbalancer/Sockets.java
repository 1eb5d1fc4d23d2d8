package dev.atoll.itest.twin.loadbalancer;

import java.io.Closeable;
import java.io.IOException;
import java.net.Socket;

/** Ways to end a connection. */
final class Sockets {

  private Sockets() {}

  static void close(Closeable socket) {
    try {
      socket.close();
    } catch (IOException broken) {
      // It is as closed as it can be.
    }
  }

  /** The other side is told at once that the connection is no more. */
  static void reset(Socket socket) {
    try {
      socket.setSoLinger(true, 0);
    } catch (IOException closed) {
      // Then it only needs to be closed.
    }
    close(socket);
  }
}
