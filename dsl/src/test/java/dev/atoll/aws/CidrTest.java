package dev.atoll.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CidrTest {

  @ParameterizedTest
  @ValueSource(strings = {"10.0.0.0/16", "0.0.0.0/0", "192.0.2.1/32", "172.16.0.0/12"})
  void isPrintedAsItWasRead(String text) {
    assertThat(Cidr.parse(text)).hasToString(text);
  }

  @Test
  void readsIpv6() {
    assertThat(Cidr.parse("::/0").contains(Cidr.parse("fd00::/8"))).isTrue();
    assertThat(Cidr.parse("::/0").contains(Cidr.ANYWHERE)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.0.0, has no prefix length",
    "10.0.0.0/33, is no prefix length",
    "10.0.0.0/, is no prefix length",
    "10.0.0/16, is no IP address",
    "10.0.0.256/32, is no IP address",
    "example.com/16, is no IP address",
    "10.0.0.1/16, has host bits set; the network is 10.0.0.0/16",
    "010.0.0.0/8, is no IP address",
  })
  void saysWhatIsWrongWithWhatIsNoPrefix(String text, String problem) {
    assertThatThrownBy(() -> Cidr.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(problem);
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/16, 10.0.0.0/16, true",
    "10.0.0.0/16, 10.0.255.0/24, true",
    "10.0.255.0/24, 10.0.0.0/16, true",
    "10.0.0.0/16, 10.1.0.0/16, false",
    "10.0.0.0/16, ::/0, false",
  })
  void knowsWhatOverlaps(String one, String other, boolean overlap) {
    assertThat(Cidr.parse(one).overlaps(Cidr.parse(other))).isEqualTo(overlap);
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/8, true",
    "172.31.0.0/16, true",
    "192.168.1.0/24, true",
    "100.64.0.0/16, true",
    "172.32.0.0/16, false",
    "11.0.0.0/16, false",
    "10.0.0.0/7, false",
  })
  void knowsWhatIsPrivate(String text, boolean expected) {
    assertThat(Cidr.parse(text).isPrivate()).isEqualTo(expected);
  }

  @Test
  void splitsIntoEqualParts() {
    assertThat(Cidr.parse("10.0.0.0/16").split(2))
        .map(Cidr::toString)
        .containsExactly("10.0.0.0/18", "10.0.64.0/18", "10.0.128.0/18", "10.0.192.0/18");
    assertThatThrownBy(() -> Cidr.parse("10.0.0.0/31").split(2))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
