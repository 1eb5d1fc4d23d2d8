package dev.atoll.analysis.cost;

import static dev.atoll.aws.Region.US_EAST_2;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PricedLoadBalancerTest {

  private static final PricedLoadBalancer SPREAD =
      new PricedLoadBalancer(US_EAST_2, "coder", 3, true);
  private static final PricedLoadBalancer WITHIN =
      new PricedLoadBalancer(US_EAST_2, "coder", 3, false);

  private static double usd(List<Item> items) {
    return Bill.of(BillOfMaterials.empty().with(items), PriceTable.current()).total().toDouble();
  }

  @ParameterizedTest(name = "{0}, {1} new, {2} active, {3} GB/h, {4} requests, {5} rules")
  @CsvSource({
    // listener, new, active, GB/h, requests, rules, NLCU, LCU
    "TCP, 0, 0, 0, 0, 0, 0, 0",
    "TCP, 800, 0, 0, 0, 0, 1, 32",
    "TLS, 800, 0, 0, 0, 0, 16, 32",
    "TCP, 0, 100000, 0, 0, 0, 1, 33.3333",
    "TLS, 0, 100000, 0, 0, 0, 33.3333, 33.3333",
    "TLS, 50, 3000, 5, 0, 0, 5, 5",
    "TLS, 100, 3000, 1, 0, 0, 2, 4",
    "TLS, 0, 0, 0, 500, 10, 0, 0",
    "TLS, 0, 0, 0, 500, 30, 0, 10",
    "TLS, 25, 1500, 0.5, 1000, 15, 0.5, 5"
  })
  void theDimensionThatNeedsMostDecides(
      Listener listener,
      double opened,
      double active,
      double gigabytes,
      double requests,
      int rules,
      double network,
      double application) {
    Traffic traffic = new Traffic(listener, opened, active, gigabytes, requests, rules);

    assertThat(traffic.networkUnits()).isCloseTo(network, within(0.001));
    assertThat(traffic.applicationUnits()).isCloseTo(application, within(0.001));
  }

  @Test
  void everythingIsInTheSum() {
    Traffic traffic = new Traffic(Listener.TLS, 50, 3_000, 1, 0, 0);

    // 730 h × (0.0225 + 1 × 0.006 + 3 × 0.005), and two thirds of 730 GB at 0.02.
    assertThat(usd(WITHIN.network(traffic))).isCloseTo(31.755, within(0.001));
    assertThat(usd(SPREAD.network(traffic))).isCloseTo(31.755 + 9.7333, within(0.001));
    // 730 h × (0.0225 + 2 × 0.008 + 3 × 0.005)
    assertThat(usd(SPREAD.application(traffic))).isCloseTo(39.055, within(0.001));
  }

  @Test
  void theDocumentsSumByTheGigabyteMissesMostOfAWorkshopsBill() {
    Traffic terminals = new Traffic(Listener.TLS, 10, 30_000, 1, 0, 0);
    double documented = 730 * (0.0225 + 0.006);

    assertThat(usd(WITHIN.network(terminals))).isGreaterThan(3 * documented);
  }

  @Test
  void lowerCostAtHighVolumeHoldsWithinZonesAndNotAcrossThem() {
    Traffic volume = new Traffic(Listener.TLS, 10, 3_000, 100, 0, 0);
    double application = usd(SPREAD.application(volume));

    assertThat(usd(WITHIN.network(volume))).isLessThan(application);
    assertThat(usd(SPREAD.network(volume))).isGreaterThan(application);
  }

  @Test
  void oneZoneHasNothingToCross() {
    assertThat(Traffic.DEFAULT.crossZoneGigabytes(1)).isZero();
    assertThat(Traffic.DEFAULT.crossZoneGigabytes(0)).isZero();
    assertThat(Traffic.DEFAULT.crossZoneGigabytes(2)).isEqualTo(365);
  }

  @Test
  void negativeTrafficIsRefused() {
    assertThatThrownBy(() -> new Traffic(Listener.TCP, -1, 0, 0, 0, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
