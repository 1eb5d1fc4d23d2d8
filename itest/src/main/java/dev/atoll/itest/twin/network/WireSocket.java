package dev.atoll.itest.twin.network;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.SocketOption;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import java.util.Objects;
import java.util.Set;

/** A connected socket whose bytes travel over a {@link Wire}. */
final class WireSocket extends Socket {

  private final WireConnection connection;
  private final InetSocketAddress local;
  private final InetSocketAddress remote;
  private final InputStream input = new Input();
  private final OutputStream output = new Output();
  private volatile int timeout;
  private volatile boolean inputShut;
  private volatile boolean outputShut;

  WireSocket(WireConnection connection) throws IOException {
    this.connection = connection;
    this.local = (InetSocketAddress) channel().getLocalAddress();
    this.remote = (InetSocketAddress) channel().getRemoteAddress();
  }

  private SocketChannel channel() {
    return connection.channel();
  }

  private final class Input extends InputStream {
    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      Objects.checkFromIndexSize(offset, length, into.length);
      if (inputShut) {
        return -1;
      }
      return length == 0 ? 0 : connection.read(into, offset, length, timeout);
    }

    @Override
    public int available() {
      // Nothing more is read; who empties a socket before closing it would never end.
      return inputShut ? 0 : connection.available();
    }

    @Override
    public void close() throws IOException {
      WireSocket.this.close();
    }
  }

  private final class Output extends OutputStream {
    @Override
    public void write(int one) throws IOException {
      write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] from, int offset, int length) throws IOException {
      Objects.checkFromIndexSize(offset, length, from.length);
      connection.write(from, offset, length);
    }

    @Override
    public void close() throws IOException {
      WireSocket.this.close();
    }
  }

  @Override
  public InputStream getInputStream() throws IOException {
    checkOpen();
    return input;
  }

  @Override
  public OutputStream getOutputStream() throws IOException {
    checkOpen();
    return output;
  }

  private void checkOpen() throws SocketException {
    if (isClosed()) {
      throw new SocketException("Socket is closed");
    }
  }

  @Override
  public synchronized void close() throws IOException {
    connection.close();
    super.close();
  }

  @Override
  public boolean isClosed() {
    return connection.isClosed();
  }

  @Override
  public boolean isConnected() {
    return true;
  }

  @Override
  public boolean isBound() {
    return true;
  }

  @Override
  public boolean isInputShutdown() {
    return inputShut;
  }

  @Override
  public boolean isOutputShutdown() {
    return outputShut;
  }

  @Override
  public void shutdownInput() {
    inputShut = true;
  }

  @Override
  public void shutdownOutput() {
    outputShut = true;
    connection.endOutput();
  }

  @Override
  public void connect(SocketAddress endpoint, int millis) throws IOException {
    throw new SocketException("already connected");
  }

  @Override
  public void bind(SocketAddress address) throws IOException {
    throw new SocketException("already bound");
  }

  @Override
  public InetAddress getInetAddress() {
    return remote.getAddress();
  }

  @Override
  public int getPort() {
    return remote.getPort();
  }

  @Override
  public InetAddress getLocalAddress() {
    return local.getAddress();
  }

  @Override
  public int getLocalPort() {
    return local.getPort();
  }

  @Override
  public SocketAddress getRemoteSocketAddress() {
    return remote;
  }

  @Override
  public SocketAddress getLocalSocketAddress() {
    return local;
  }

  @Override
  public synchronized void setSoTimeout(int millis) {
    timeout = millis;
  }

  @Override
  public synchronized int getSoTimeout() {
    return timeout;
  }

  @Override
  public <T> Socket setOption(SocketOption<T> option, T value) throws IOException {
    channel().setOption(option, value);
    return this;
  }

  @Override
  public <T> T getOption(SocketOption<T> option) throws IOException {
    return channel().getOption(option);
  }

  @Override
  public Set<SocketOption<?>> supportedOptions() {
    return channel().supportedOptions();
  }

  private <T> void set(SocketOption<T> option, T value) throws SocketException {
    try {
      channel().setOption(option, value);
    } catch (IOException e) {
      throw (SocketException) new SocketException(e.getMessage()).initCause(e);
    }
  }

  @Override
  public void setKeepAlive(boolean on) throws SocketException {
    set(StandardSocketOptions.SO_KEEPALIVE, on);
  }

  @Override
  public boolean getKeepAlive() {
    try {
      return channel().getOption(StandardSocketOptions.SO_KEEPALIVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void setTcpNoDelay(boolean on) throws SocketException {
    set(StandardSocketOptions.TCP_NODELAY, on);
  }

  @Override
  public boolean getTcpNoDelay() {
    return true;
  }

  @Override
  public void setSoLinger(boolean on, int seconds) throws SocketException {
    set(StandardSocketOptions.SO_LINGER, on ? seconds : -1);
  }

  @Override
  public String toString() {
    return "from %s to %s".formatted(local, remote);
  }
}
