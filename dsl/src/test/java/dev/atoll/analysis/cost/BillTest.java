package dev.atoll.analysis.cost;

import static dev.atoll.aws.Region.EU_CENTRAL_1;
import static dev.atoll.aws.Region.US_EAST_2;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.api.Assertions;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class BillTest {

  private static final PriceTable PRICES = PriceTable.current();
  private static final Percentage THREE = Assertions.withinPercentage(3);

  private static BillOfMaterials documented(int readersOfCoder) {
    return BillOfMaterials.empty()
        .with(new Database(US_EAST_2, "Coder", 0.5, readersOfCoder))
        .with(new Database(US_EAST_2, "LiteLLM", 0.5, 0));
  }

  private static double usd(BillOfMaterials materials) {
    return Bill.of(materials, PRICES).total().toDouble();
  }

  @Test
  void auroraCostsWhatTheDocumentsSay() {
    assertThat(usd(documented(1))).isCloseTo(130, THREE);
    assertThat(usd(documented(0))).isCloseTo(86, THREE);
    assertThat(usd(documented(1)) - usd(documented(0))).isCloseTo(44, THREE);
  }

  @Test
  void auroraExactly() {
    assertThat(usd(documented(1))).isCloseTo(131.40, within(0.001));
    assertThat(usd(documented(0))).isCloseTo(87.60, within(0.001));
  }

  @Test
  void anotherMinimumOrASecondReaderIsFarFromTheDocuments() {
    double doubled = usd(BillOfMaterials.empty().with(new Database(US_EAST_2, "Coder", 1, 1)));

    assertThat(doubled).isNotCloseTo(130, THREE);
    assertThat(usd(documented(2))).isNotCloseTo(130, THREE);
  }

  @Test
  void storageAndRequestsAreSaidToBeLeftOut() {
    assertThat(Bill.of(documented(0), PRICES).leftOut())
        .anySatisfy(missing -> assertThat(missing).contains("storage", "I/O"));
    assertThat(Bill.of(BillOfMaterials.empty(), PRICES).leftOut()).isEmpty();
  }

  @Test
  void whatHasNoPriceIsListedAndNotGuessed() {
    Bill bill = Bill.of(BillOfMaterials.empty().withCluster(EU_CENTRAL_1), PRICES);

    assertThat(bill.total()).isEqualTo(Usd.ZERO);
    assertThat(bill.unpriced()).hasSize(1);
    assertThat(Bill.of(BillOfMaterials.empty().withCluster(US_EAST_2), PRICES).unpriced())
        .isEmpty();
  }

  @Test
  void networkClusterAndCache() {
    Bill bill =
        Bill.of(
            BillOfMaterials.empty()
                .withCluster(US_EAST_2)
                .withNatGateways(US_EAST_2, 3)
                .withDataBetweenRegions(US_EAST_2, 100)
                .with(new Cache(US_EAST_2, "valkey", "cache.t4g.small", 2)),
            PRICES);

    assertThat(bill.total("cluster").toDouble()).isCloseTo(73, within(0.001));
    assertThat(bill.total("network").toDouble()).isCloseTo(3 * 36.5 + 2, within(0.001));
    assertThat(bill.total("cache").toDouble()).isCloseTo(37.376, within(0.001));
    assertThat(bill.total(US_EAST_2)).isEqualByComparingTo(bill.total());
    assertThat(bill.total(EU_CENTRAL_1)).isEqualTo(Usd.ZERO);
  }

  @Test
  void amountsAreShownInCents() {
    assertThat(Usd.of("43.805").plus(Usd.of("0.1")).minus(Usd.of("0.1"))).hasToString("43.81 USD");
  }
}
