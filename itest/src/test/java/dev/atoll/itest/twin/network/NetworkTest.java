package dev.atoll.itest.twin.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atoll.aws.Region;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NetworkTest {

  private static final int PORT = 8080;

  private final Network network = new Network(Addresses.claim());
  private final Host ohio = host(Region.US_EAST_2);
  private final Host oregon = host(Region.US_WEST_2);
  private final ServerSocket server = listen();

  private Host host(Region region) {
    return network.addresses().host(Kind.POD, region, "pod in " + region, Optional.empty());
  }

  private ServerSocket listen() {
    try {
      return network.listen(oregon, PORT);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @AfterEach
  void close() throws IOException {
    server.close();
    network.close();
  }

  private record Pair(Socket near, Socket far) implements AutoCloseable {
    @Override
    public void close() throws IOException {
      near.close();
      far.close();
    }

    void answer(String question, String answer) throws IOException {
      near.getOutputStream().write(question.getBytes(StandardCharsets.UTF_8));
      assertThat(text(far.getInputStream(), question.length())).isEqualTo(question);
      far.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
    }

    String hears(int length) throws IOException {
      return text(near.getInputStream(), length);
    }

    private static String text(InputStream in, int length) throws IOException {
      return new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }
  }

  private Pair connected() throws IOException {
    CompletableFuture<Socket> far =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return server.accept();
              } catch (IOException e) {
                throw new CompletionException(e);
              }
            });
    Socket near = network.dial(ohio, new InetSocketAddress(oregon.address(), PORT));
    return new Pair(near, far.join());
  }

  /** Who closes TLS reads away what is available; with nothing to read it would never end. */
  @Test
  void nothingIsAvailableOnceNobodyReads() throws Exception {
    try (Pair pair = connected()) {
      pair.far().getOutputStream().write(1);
      InputStream in = pair.near().getInputStream();
      Awaitility.await().until(() -> in.available() == 1);
      pair.near().shutdownInput();
      assertThat(in.read()).isEqualTo(-1);
      assertThat(in.available()).isZero();
    }
  }

  @Test
  void theOtherSideSeesTheHostsOwnAddress() throws Exception {
    try (Pair pair = connected()) {
      assertThat(pair.far().getInetAddress()).isEqualTo(ohio.address());
      assertThat(pair.near().getLocalAddress()).isEqualTo(ohio.address());
      assertThat(pair.near().getInetAddress()).isEqualTo(oregon.address());
    }
  }

  @Test
  void bytesAreHeldBackForAsLongAsThePathTakes() throws Exception {
    Duration far = Duration.ofMillis(80);
    network.roundTrip(ohio.region(), oregon.region(), far);
    long before = System.nanoTime();
    try (Pair pair = connected()) {
      assertThat(since(before)).isGreaterThanOrEqualTo(far);
      long asked = System.nanoTime();
      pair.answer("where?", "here");
      assertThat(pair.hears(4)).isEqualTo("here");
      assertThat(since(asked)).isGreaterThanOrEqualTo(far);

      network.roundTrip(ohio.region(), oregon.region(), Duration.ZERO);
      assertThat(shortest(pair)).isLessThan(far);
    }
  }

  @Test
  void manyBytesComeThroughInOrder() throws Exception {
    network.roundTrip(ohio.region(), oregon.region(), Duration.ofMillis(10));
    byte[] sent = new byte[3 << 20];
    for (int i = 0; i < sent.length; i++) {
      sent[i] = (byte) (i * 31);
    }
    try (Pair pair = connected()) {
      CompletableFuture<Void> there = writing(pair.near(), sent);
      assertThat(pair.far().getInputStream().readAllBytes()).isEqualTo(sent);
      there.join();
      CompletableFuture<Void> back = writing(pair.far(), sent);
      assertThat(pair.near().getInputStream().readAllBytes()).isEqualTo(sent);
      back.join();
    }
  }

  private static CompletableFuture<Void> writing(Socket socket, byte[] bytes) {
    return CompletableFuture.runAsync(
        () -> {
          try {
            OutputStream out = socket.getOutputStream();
            out.write(bytes);
            socket.shutdownOutput();
          } catch (IOException e) {
            throw new CompletionException(e);
          }
        });
  }

  @Test
  void whatIsDroppedTimesOutAndSaysWhy() {
    network.rules((from, to, port) -> Optional.of("no route"));

    assertThatThrownBy(this::connected)
        .isInstanceOf(SocketTimeoutException.class)
        .hasMessageContaining("pod in us-east-2 dials pod in us-west-2 port 8080")
        .hasMessageContaining("no route");
  }

  @Test
  void whoDoesNotListenRefuses() {
    assertThatThrownBy(() -> network.dial(ohio, new InetSocketAddress(oregon.address(), 1)))
        .isInstanceOf(ConnectException.class);
  }

  @Test
  void anAddressOfNobodyIsRefused() {
    assertThatThrownBy(
            () -> network.dial(ohio, new InetSocketAddress(InetAddress.getLoopbackAddress(), PORT)))
        .isInstanceOf(ConnectException.class)
        .hasMessageContaining("nobody has that address");
  }

  @Test
  void anOpenConnectionFallsSilentAndComesBack() throws Exception {
    try (Pair pair = connected()) {
      network.lose(oregon.region());
      pair.near().setSoTimeout(50);
      pair.far().getOutputStream().write('x');
      assertThatThrownBy(() -> pair.hears(1)).isInstanceOf(SocketTimeoutException.class);

      network.regain();
      pair.near().setSoTimeout(0);
      assertThat(pair.hears(1)).isEqualTo("x");
    }
  }

  @Test
  void whoSendsWhileMinutesPassIsToldThatNothingGetsThrough() throws Exception {
    try (Pair pair = connected()) {
      network.lose(oregon.region());
      pair.near().getOutputStream().write('x');

      network.hurry(
          () ->
              assertThatThrownBy(() -> pair.hears(1))
                  .isInstanceOf(SocketTimeoutException.class)
                  .hasMessageContaining("Connection timed out"));
      network.regain();
      assertThatThrownBy(() -> pair.hears(1)).isInstanceOf(SocketTimeoutException.class);
    }
  }

  @Test
  void theEndIsHeardOnBothSides() throws Exception {
    try (Pair pair = connected()) {
      pair.near().shutdownOutput();
      assertThat(pair.far().getInputStream().read()).isEqualTo(-1);
      pair.far().close();
      assertThat(pair.near().getInputStream().read()).isEqualTo(-1);
    }
  }

  @Test
  void whoClosesWhileSomebodyReadsEndsTheReading() throws Exception {
    try (Pair pair = connected()) {
      CompletableFuture<Throwable> reader =
          CompletableFuture.supplyAsync(
              () -> {
                try {
                  pair.near().getInputStream().read();
                  return null;
                } catch (IOException e) {
                  return e;
                }
              });
      pair.near().close();
      assertThat(reader.join()).isInstanceOf(IOException.class);
      assertThat(pair.far().getInputStream().read()).isEqualTo(-1);
    }
  }

  @Test
  void theKernelsOptionsReachTheRealSocket() throws Exception {
    try (Pair pair = connected()) {
      pair.near().setKeepAlive(true);
      assertThat(pair.near().getOption(StandardSocketOptions.SO_KEEPALIVE)).isTrue();
    }
  }

  /** Of many: what a busy machine adds is not the path's. */
  private static Duration shortest(Pair pair) throws IOException {
    Duration shortest = Duration.ofDays(1);
    for (int i = 0; i < 20; i++) {
      long asked = System.nanoTime();
      pair.answer("where?", "here");
      pair.hears(4);
      Duration took = since(asked);
      shortest = took.compareTo(shortest) < 0 ? took : shortest;
    }
    return shortest;
  }

  private static Duration since(long nanos) {
    return Duration.ofNanos(System.nanoTime() - nanos);
  }
}
