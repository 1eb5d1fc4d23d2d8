package dev.atoll.itest.live;

import java.net.InetAddress;
import java.net.Socket;
import java.util.function.Supplier;
import javax.net.SocketFactory;

/**
 * Sockets that take from a budget: each carries one request, so no request is sent that nobody
 * counted, be it the client's own second try.
 */
final class MeteredSockets extends SocketFactory {

  private final Supplier<Socket> sockets;
  private final Budget budget;

  MeteredSockets(Supplier<Socket> sockets, Budget budget) {
    this.sockets = sockets;
    this.budget = budget;
  }

  @Override
  public Socket createSocket() {
    budget.take();
    return sockets.get();
  }

  @Override
  public Socket createSocket(String host, int port) {
    throw connectedLater();
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress own, int ownPort) {
    throw connectedLater();
  }

  @Override
  public Socket createSocket(InetAddress host, int port) {
    throw connectedLater();
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress own, int ownPort) {
    throw connectedLater();
  }

  private static UnsupportedOperationException connectedLater() {
    return new UnsupportedOperationException("the HTTP client connects its sockets itself");
  }
}
