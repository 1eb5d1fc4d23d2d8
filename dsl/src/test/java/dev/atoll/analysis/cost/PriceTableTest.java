package dev.atoll.analysis.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atoll.aws.Region;
import java.time.LocalDate;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PriceTableTest {

  private static final String ROW = "date 2026-11-22\nthing | hour | 1 | 2 | https://example.com/";

  static List<Product> products() {
    return List.of(
        Product.AURORA,
        Product.NLB,
        Product.NLCU,
        Product.ALB,
        Product.LCU,
        Product.PUBLIC_IPV4,
        Product.NAT_GATEWAY,
        Product.NAT_DATA,
        Product.EKS,
        Product.CROSS_ZONE_DATA,
        Product.INTER_REGION_DATA,
        Product.cacheNode("valkey", "cache.t4g.small"),
        Product.instance("m5.large"));
  }

  @ParameterizedTest
  @MethodSource("products")
  void everyProductHasAPriceInItsOwnUnitInEveryRegionOfTheTable(Product product) {
    for (Region region : PriceTable.REGIONS) {
      assertThat(PriceTable.current().price(product, region))
          .hasValueSatisfying(price -> assertThat(price.unit()).isEqualTo(product.unit()));
    }
  }

  @Test
  void theTableHasADateAndOnlyPagesOfAwsAsSources() {
    assertThat(PriceTable.current().date()).isAfter(LocalDate.of(2025, 12, 2));
    assertThat(PriceTable.current().sources())
        .allMatch(s -> s.startsWith("https://aws.amazon.com/"));
  }

  @Test
  void anotherRegionIsNotInTheTable() {
    assertThat(PriceTable.current().price(Product.AURORA, Region.EU_CENTRAL_1)).isEmpty();
  }

  @Test
  void columnsAreTakenInTheirOrder() {
    PriceTable table = PriceTable.parse(ROW);
    Product thing = new Product("thing", Unit.HOUR);

    assertThat(table.price(thing, Region.US_EAST_2).orElseThrow().amount()).isEqualTo(Usd.of("1"));
    assertThat(table.price(thing, Region.US_WEST_2).orElseThrow().amount()).isEqualTo(Usd.of("2"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "thing | hour | 1 | 2 | https://example.com/",
        "date 2026-11-22\nthing | hour | 1 | https://example.com/",
        "date 2026-11-22\nthing | hour | 1 | 2 | somewhere",
        ROW + "\nthing | hour | 3 | 4 | https://example.com/",
        "date 2026-11-22\nthing | hour | cheap | 2 | https://example.com/"
      })
  void aTableThatIsWrongIsRefused(String text) {
    assertThatThrownBy(() -> PriceTable.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void anUnknownUnitIsRefused() {
    assertThatThrownBy(() -> PriceTable.parse(ROW.replace("hour", "fortnight")))
        .isInstanceOf(NoSuchElementException.class);
  }

  @Test
  void aPricePerGigabyteCannotBePaidForHours() {
    Price perGigabyte = new Price(Usd.of("0.006"), Unit.GB, "https://example.com/");

    assertThatThrownBy(() -> perGigabyte.of(Quantity.allMonth(1, Unit.NLCU_HOUR)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("per GB");
  }

  @Test
  void gigabytesAreNotCountedByTheHour() {
    assertThatThrownBy(() -> Quantity.allMonth(1, Unit.GB))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
