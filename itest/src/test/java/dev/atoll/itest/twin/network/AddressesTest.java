package dev.atoll.itest.twin.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.aws.Region;
import java.net.InetAddress;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AddressesTest {

  private final Addresses addresses = Addresses.claim();

  @AfterEach
  void close() {
    addresses.close();
  }

  private Host host(Kind kind, Region region) {
    return addresses.host(kind, region, "somebody", Optional.empty());
  }

  @Test
  void anAddressSaysWhereAndWhat() {
    for (Region region : Region.all()) {
      for (Kind kind : Kind.values()) {
        assertThat(addresses.place(host(kind, region).address())).contains(new Place(region, kind));
      }
    }
  }

  @Test
  void aRegionThatNobodyListedHasAPlaceToo() {
    Region china = new Region("cn-north-1");

    assertThat(addresses.place(host(Kind.POD, china).address()))
        .contains(new Place(china, Kind.POD));
  }

  @Test
  void hostsOfOnePlaceHaveAddressesOfTheirOwn() {
    Host one = host(Kind.POD, Region.US_EAST_2);
    Host other = host(Kind.POD, Region.US_EAST_2);

    assertThat(one.address()).isNotEqualTo(other.address());
    assertThat(addresses.at(other.address())).contains(other);
  }

  @Test
  void twinsThatRunAtTheSameTimeNeverMeet() throws Exception {
    try (Addresses second = Addresses.claim()) {
      Host here = host(Kind.CLIENT, Region.US_EAST_2);
      Host there = second.host(Kind.CLIENT, Region.US_EAST_2, "somebody else", Optional.empty());

      assertThat(here.address()).isNotEqualTo(there.address());
      assertThat(addresses.at(there.address())).isEmpty();
      assertThat(addresses.place(there.address())).isEmpty();
    }
  }

  @Test
  void whatIsNotOnLoopbackIsNobodys() throws Exception {
    assertThat(addresses.place(InetAddress.getByName("203.0.113.7"))).isEmpty();
    assertThat(addresses.place(InetAddress.getByAddress(new byte[16]))).isEmpty();
  }

  @Test
  void onlyPortsBelow1024AreEverMapped() {
    assertThat(addresses.real(8080)).isEqualTo(8080);
    assertThat(addresses.real(443)).isIn(443, 20_443);
  }
}
