package dev.atoll.itest.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class FreePortTest {

  private static final Path HANDED_OUT = Path.of("/proc/sys/net/ipv4/ip_local_port_range");

  @Test
  void isNoneThatConnectionsAreGiven() throws IOException {
    int first =
        Files.exists(HANDED_OUT)
            ? Integer.parseInt(Files.readAllLines(HANDED_OUT).get(0).split("\\s+", 2)[0])
            : 49_152;

    assertThat(FreePort.find()).isBetween(1_024, first - 1);
  }

  @Test
  void isNoneOnWhichSomebodyListens() throws IOException {
    int taken;
    try (ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      taken = listening.getLocalPort();
      assertThatThrownBy(() -> FreePort.among(taken, taken))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("is free");
    }
    assertThat(FreePort.among(taken, taken)).isEqualTo(taken);
  }
}
