package dev.atoll.itest.twin.loadbalancer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which certificate a client is shown, and what comes out behind it. */
class TlsListenerTest {

  private final BalancerStage stage = new BalancerStage();

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void certificateByName() throws Exception {
    stage.certificates = List.of(Set.of("first.example.com"), Set.of("*.second.example.com"));
    stage.start();
    for (String name : List.of("first.example.com", "app.second.example.com")) {
      try (TestLine line = stage.line(stage.client, "a", name)) {
        assertThat(line.says("hello")).startsWith("hello to");
      }
    }
  }

  @Test
  void defaultCertificate() {
    stage.start();
    assertThatThrownBy(() -> stage.line(stage.client, "a", "us-west-2.apps.example.com"))
        .isInstanceOf(SSLException.class)
        .hasMessageContaining("us-west-2.apps.example.com");
  }

  @Test
  void plainBehindTls() throws Exception {
    stage.start();
    try (TestLine line = stage.line()) {
      String odd = "\u0001 not HTTP at all \u00e9".repeat(2000);
      assertThat(line.says(odd)).startsWith(odd);
    }
  }
}
