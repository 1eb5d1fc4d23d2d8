package dev.atoll.itest.eks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** Tokens that the AWS command line does not make; those that it does are in EksApiTest. */
class TokenTest {

  private static final String URL =
      "http://127.0.0.1/?Action=GetCallerIdentity&X-Amz-Date=20260101T000000Z"
          + "&X-Amz-Credential=111122223333%2F20260101%2Fus-east-2%2Fsts%2Faws4_request";

  @Test
  void itIsGoodForFifteenMinutes() {
    Token token = Token.decode(encoded(URL));
    assertThat(token.accessKey()).isEqualTo("111122223333");
    assertThat(token.fresh(Instant.parse("2026-01-01T00:15:00Z"))).isTrue();
    assertThat(token.fresh(Instant.parse("2026-01-01T00:15:01Z"))).isFalse();
    assertThat(token.fresh(Instant.parse("2025-12-31T23:00:00Z"))).isFalse();
  }

  @Test
  void withoutASignatureItIsSignedForNoCluster() {
    assertThat(Token.decode(encoded(URL)).signedFor("coder", "secret")).isFalse();
  }

  @Test
  void whatIsNoTokenIsRefused() {
    assertThatThrownBy(() -> Token.decode("a bearer's")).hasMessageContaining("does not begin");
    assertThatThrownBy(() -> Token.decode(encoded("http://127.0.0.1/")))
        .hasMessageContaining("no parameters");
    assertThatThrownBy(() -> Token.decode(encoded(URL.replace("GetCallerIdentity", "AssumeRole"))))
        .hasMessageContaining("who the caller is");
    assertThatThrownBy(() -> Token.decode(encoded(URL.replace("%2Fsts", ""))))
        .hasMessageContaining("Signature Version 4");
    assertThatThrownBy(() -> Token.decode("k8s-aws-v1.%%%"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static String encoded(String url) {
    return "k8s-aws-v1."
        + Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(url.getBytes(StandardCharsets.UTF_8));
  }
}
