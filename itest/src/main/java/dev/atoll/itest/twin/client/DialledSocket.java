package dev.atoll.itest.twin.client;

import dev.atoll.itest.twin.network.Dialer;
import dev.atoll.itest.twin.network.Host;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;

/** A socket that the twin's network connects, once somebody connects it. */
final class DialledSocket extends Socket {

  private final Host host;
  private final Dialer dialer;
  private volatile Socket line = new Socket();
  private volatile int timeout;

  DialledSocket(Host host, Dialer dialer) {
    this.host = host;
    this.dialer = dialer;
  }

  /** The network's own patience is what counts. */
  @Override
  public void connect(SocketAddress endpoint, int millis) throws IOException {
    line = dialer.dial(host, (InetSocketAddress) endpoint);
    line.setSoTimeout(timeout);
  }

  @Override
  public void connect(SocketAddress endpoint) throws IOException {
    connect(endpoint, 0);
  }

  @Override
  public InputStream getInputStream() throws IOException {
    return line.getInputStream();
  }

  @Override
  public OutputStream getOutputStream() throws IOException {
    return line.getOutputStream();
  }

  @Override
  public synchronized void setSoTimeout(int millis) throws SocketException {
    timeout = millis;
    if (isConnected()) {
      line.setSoTimeout(millis);
    }
  }

  @Override
  public synchronized int getSoTimeout() {
    return timeout;
  }

  @Override
  public void setTcpNoDelay(boolean on) throws SocketException {
    line.setTcpNoDelay(on);
  }

  @Override
  public boolean isConnected() {
    return line.isConnected();
  }

  @Override
  public boolean isBound() {
    return line.isBound();
  }

  @Override
  public boolean isClosed() {
    return line.isClosed();
  }

  @Override
  public boolean isInputShutdown() {
    return line.isInputShutdown();
  }

  @Override
  public boolean isOutputShutdown() {
    return line.isOutputShutdown();
  }

  @Override
  public void shutdownInput() throws IOException {
    line.shutdownInput();
  }

  @Override
  public void shutdownOutput() throws IOException {
    line.shutdownOutput();
  }

  @Override
  public InetAddress getInetAddress() {
    return line.getInetAddress();
  }

  @Override
  public int getPort() {
    return line.getPort();
  }

  @Override
  public InetAddress getLocalAddress() {
    return line.getLocalAddress();
  }

  @Override
  public int getLocalPort() {
    return line.getLocalPort();
  }

  @Override
  public SocketAddress getRemoteSocketAddress() {
    return line.getRemoteSocketAddress();
  }

  @Override
  public synchronized void close() throws IOException {
    line.close();
    super.close();
  }
}
