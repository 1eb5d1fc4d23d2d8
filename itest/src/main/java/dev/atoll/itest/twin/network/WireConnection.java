package dev.atoll.itest.twin.network;

import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;

/**
 * One connection on a {@link Wire}: what its line holds back in either direction. Its own monitor
 * guards it; the wire's thread moves bytes to and from the channel, others read and write here.
 */
final class WireConnection {

  private static final int MOST_HELD = 1 << 20;
  private static final int CHUNK = 1 << 16;

  /** Whoever waits looks again from time to time anyway. */
  private static final long LONG = TimeUnit.MINUTES.toNanos(1);

  private final SocketChannel channel;
  private final Line line;
  private final Runnable wake;
  private final Deque<Parcel> inbound = new ArrayDeque<>();
  private final Deque<Parcel> outbound = new ArrayDeque<>();
  private int inboundHeld;
  private int outboundHeld;
  private boolean inboundEnded;
  private boolean outboundEnded;
  private boolean closed;
  private boolean givenUp;
  private IOException broken;

  WireConnection(SocketChannel channel, Line line, Runnable wake) {
    this.channel = channel;
    this.line = line;
    this.wake = wake;
  }

  SocketChannel channel() {
    return channel;
  }

  // ---- the side of whoever has the socket

  /** Reads what has arrived, waiting for it; -1 at the end. */
  synchronized int read(byte[] into, int offset, int length, int timeoutMillis) throws IOException {
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(timeoutMillis);
    while (true) {
      if (closed) {
        throw new SocketException("Socket closed");
      }
      giveUp();
      long now = System.nanoTime();
      Parcel first = inbound.peek();
      boolean held = first == null || !(line.isOpen() || givenUp);
      if (!held && first.dueIn(now) <= 0) {
        return take(first, into, offset, length);
      }
      long wait = held ? Long.MAX_VALUE : first.dueIn(now);
      if (timeoutMillis > 0) {
        wait = Math.min(wait, deadline - now);
        if (wait <= 0) {
          throw new SocketTimeoutException("Read timed out");
        }
      }
      pause(wait);
    }
  }

  private int take(Parcel first, byte[] into, int offset, int length) throws IOException {
    if (first.last()) {
      if (first.broken().isPresent()) {
        throw first.broken().get();
      }
      return -1;
    }
    int count = Math.min(length, first.bytes().remaining());
    first.bytes().get(into, offset, count);
    if (!first.bytes().hasRemaining()) {
      inbound.remove();
    }
    boolean wasFull = inboundHeld >= MOST_HELD;
    inboundHeld -= count;
    if (wasFull && inboundHeld < MOST_HELD) {
      wake.run();
    }
    return count;
  }

  /** How much has arrived. */
  synchronized int available() {
    long now = System.nanoTime();
    Parcel first = inbound.peek();
    return first != null && line.isOpen() && first.dueIn(now) <= 0 ? first.bytes().remaining() : 0;
  }

  /** Sends, waiting when too much is on its way already. */
  synchronized void write(byte[] from, int offset, int length) throws IOException {
    while (outboundHeld >= MOST_HELD && !closed && broken == null) {
      pause(Long.MAX_VALUE);
    }
    if (closed || outboundEnded) {
      throw new SocketException("Socket closed");
    }
    if (broken != null) {
      throw new SocketException(broken.getMessage());
    }
    ByteBuffer bytes = ByteBuffer.allocate(length).put(from, offset, length).flip();
    outbound.add(Parcel.of(System.nanoTime() + line.oneWay().toNanos(), bytes));
    outboundHeld += length;
    giveUp();
    flush(System.nanoTime());
    if (!outbound.isEmpty()) {
      wake.run();
    }
  }

  synchronized void endOutput() {
    if (!outboundEnded && !closed) {
      outboundEnded = true;
      outbound.add(Parcel.end(System.nanoTime() + line.oneWay().toNanos()));
      wake.run();
    }
  }

  /** Nobody reads or writes here any more; what was written still arrives. */
  synchronized void close() {
    if (!closed) {
      endOutput();
      closed = true;
      notifyAll();
      wake.run();
    }
  }

  synchronized boolean isClosed() {
    return closed;
  }

  private void pause(long nanos) throws IOException {
    try {
      TimeUnit.NANOSECONDS.timedWait(this, Math.min(Math.max(nanos, 1), LONG));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  // ---- the side of the wire

  /** Takes what the channel has. */
  synchronized void receive() {
    if (inboundEnded) {
      return;
    }
    long due = System.nanoTime() + line.oneWay().toNanos();
    try {
      ByteBuffer bytes = ByteBuffer.allocate(CHUNK);
      int count = channel.read(bytes);
      if (count < 0) {
        inbound.add(Parcel.end(due));
        inboundEnded = true;
      } else if (count > 0) {
        inbound.add(Parcel.of(due, bytes.flip()));
        inboundHeld += count;
      }
    } catch (IOException e) {
      breaks(e);
    }
    notifyAll();
  }

  /** Sends what is due; true while more is to be sent. */
  synchronized boolean flush(long now) {
    try {
      for (Parcel first = outbound.peek();
          first != null && line.isOpen() && first.dueIn(now) <= 0;
          first = outbound.peek()) {
        if (first.last()) {
          channel.shutdownOutput();
        } else {
          outboundHeld -= channel.write(first.bytes());
          if (first.bytes().hasRemaining()) {
            break;
          }
        }
        outbound.remove();
      }
      notifyAll();
    } catch (IOException e) {
      breaks(e);
    }
    return !outbound.isEmpty();
  }

  /** As the kernel of the sender does after minutes without an answer. */
  private void giveUp() {
    if (!outbound.isEmpty() && line.isGivenUp()) {
      givenUp = true;
      inbound.clear();
      inboundEnded = false;
      breaks(new SocketTimeoutException("Connection timed out"));
    }
  }

  private void breaks(IOException why) {
    outbound.clear();
    outboundHeld = 0;
    broken = why;
    if (!inboundEnded) {
      inboundEnded = true;
      inbound.add(Parcel.broken(System.nanoTime() + line.oneWay().toNanos(), why));
    }
    notifyAll();
  }

  /**
   * When there is something to send next, in nanoseconds from now; the largest number for never.
   */
  synchronized long nextFlush(long now) {
    Parcel first = outbound.peek();
    return first == null || !line.isOpen() ? Long.MAX_VALUE : Math.max(0, first.dueIn(now));
  }

  synchronized boolean wantsToRead() {
    return !inboundEnded && !closed && inboundHeld < MOST_HELD;
  }

  synchronized boolean wantsToWrite(long now) {
    return nextFlush(now) == 0;
  }

  /** Whether the channel can go: nobody reads, and nothing that can be sent is left. */
  synchronized boolean isDone() {
    return closed && (outbound.isEmpty() || !line.isOpen());
  }

  /** Something about its line changed. */
  synchronized void stir() {
    notifyAll();
  }
}
