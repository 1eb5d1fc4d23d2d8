package dev.atoll.itest.twin.client;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Random;

/**
 * The frames of a WebSocket, as a client writes and reads them.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6455#section-5">RFC 6455, data framing</a>
 */
final class Frames {

  static final int CONTINUATION = 0;
  static final int TEXT = 1;
  static final int CLOSE = 8;
  static final int PING = 9;
  static final int PONG = 10;

  private static final int FINAL = 0x80;
  private static final int MASKED = 0x80;
  private static final int SHORT = 126;
  private static final int LONG = 127;
  private static final int MOST = 16 << 20;

  /** A frame. */
  record Frame(int opcode, boolean last, ByteBuffer payload) {
    byte[] bytes() {
      byte[] bytes = new byte[payload.remaining()];
      payload.duplicate().get(bytes);
      return bytes;
    }
  }

  private final InputStream in;
  private final OutputStream out;
  // A mask keeps caches of proxies from being poisoned; there is none here, so a seed will do.
  private final Random masks = new Random(1);

  Frames(InputStream in, OutputStream out) {
    this.in = in;
    this.out = out;
  }

  synchronized void write(int opcode, byte[] payload) throws IOException {
    ByteArrayOutputStream frame = new ByteArrayOutputStream();
    frame.write(FINAL | opcode);
    if (payload.length < SHORT) {
      frame.write(MASKED | payload.length);
    } else if (payload.length <= 0xFFFF) {
      frame.write(MASKED | SHORT);
      frame.write(ByteBuffer.allocate(Short.BYTES).putShort((short) payload.length).array());
    } else {
      frame.write(MASKED | LONG);
      frame.write(ByteBuffer.allocate(Long.BYTES).putLong(payload.length).array());
    }
    byte[] mask = new byte[4];
    masks.nextBytes(mask);
    frame.write(mask);
    for (int i = 0; i < payload.length; i++) {
      frame.write(payload[i] ^ mask[i % mask.length]);
    }
    out.write(frame.toByteArray());
    out.flush();
  }

  Frame read() throws IOException {
    int first = one();
    int second = one();
    if ((second & MASKED) != 0) {
      throw new IOException("a server's frame is masked");
    }
    long length = second & 0x7F;
    if (length == SHORT) {
      length = ByteBuffer.wrap(exactly(Short.BYTES)).getShort() & 0xFFFF;
    } else if (length == LONG) {
      length = ByteBuffer.wrap(exactly(Long.BYTES)).getLong();
    }
    if (length < 0 || length > MOST) {
      throw new IOException("a frame of %d bytes".formatted(length));
    }
    return new Frame(first & 0x0F, (first & FINAL) != 0, ByteBuffer.wrap(exactly((int) length)));
  }

  private int one() throws IOException {
    int one = in.read();
    if (one < 0) {
      throw new EOFException("the connection ended");
    }
    return one;
  }

  private byte[] exactly(int length) throws IOException {
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException("the connection ended within a frame");
    }
    return bytes;
  }
}
