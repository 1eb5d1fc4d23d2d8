package dev.atoll.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AddressSetTest {

  @Test
  void twoHalvesMakeAWhole() {
    assertThat(set("10.1.0.0/17", "10.1.128.0/17")).isEqualTo(set("10.1.0.0/16"));
  }

  @Test
  void whatIsTakenAwayIsGone() {
    assertThat(set("10.0.0.0/15").minus(set("10.1.0.0/16"))).isEqualTo(set("10.0.0.0/16"));
    assertThat(set("10.0.0.0/16").minus(set("0.0.0.0/0")).isEmpty()).isTrue();
  }

  @Test
  void oneMissingAddressIsNoticed() {
    AddressSet holed = set("10.1.0.0/16").minus(set("10.1.77.5/32"));

    assertThat(holed.contains(set("10.1.0.0/16"))).isFalse();
    assertThat(set("10.1.0.0/16").minus(holed)).hasToString("10.1.77.5/32");
  }

  @Test
  void ipv4AndIpv6AreApart() {
    assertThat(set("0.0.0.0/0").intersect(set("::/0")).isEmpty()).isTrue();
  }

  @Test
  void agreesWithSetsOfSingleAddresses() {
    Random random = new Random(7);
    for (int round = 0; round < 300; round++) {
      boolean[] one = new boolean[64];
      boolean[] two = new boolean[64];
      AddressSet first = randomSet(random, one);
      AddressSet second = randomSet(random, two);
      for (int address = 0; address < 64; address++) {
        AddressSet single = set("10.0.0.%d/32".formatted(address));
        assertThat(first.union(second).contains(single)).isEqualTo(one[address] || two[address]);
        assertThat(first.intersect(second).contains(single))
            .isEqualTo(one[address] && two[address]);
        assertThat(first.minus(second).contains(single)).isEqualTo(one[address] && !two[address]);
      }
      assertThat(AddressSet.of(first.prefixes())).isEqualTo(first);
    }
  }

  private static AddressSet randomSet(Random random, boolean[] members) {
    AddressSet set = AddressSet.NONE;
    for (int i = 0; i < 3; i++) {
      int length = 26 + random.nextInt(7);
      int size = 1 << (32 - length);
      int start = random.nextInt(64 / size) * size;
      IntStream.range(start, start + size).forEach(address -> members[address] = true);
      set = set.union(set("10.0.0.%d/%d".formatted(start, length)));
    }
    return set;
  }

  private static AddressSet set(String... prefixes) {
    return AddressSet.of(Stream.of(prefixes).map(Cidr::parse).toList());
  }
}
