package dev.atoll.analysis.cost;

import dev.atoll.aws.Region;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * List prices of one day. Holds us-east-2 and us-west-2; what it does not hold has no price, and
 * whoever asks has to say so.
 *
 * @param date the day on which the prices were compared with AWS's pages
 * @param prices by product key and Region
 */
public record PriceTable(LocalDate date, Map<String, Map<Region, Price>> prices) {

  /** The Regions that the table has columns for, in their order. */
  public static final List<Region> REGIONS = List.of(Region.US_EAST_2, Region.US_WEST_2);

  public PriceTable {
    prices = Map.copyOf(prices);
  }

  /** The table that comes with this version. */
  public static PriceTable current() {
    return parse(ListPrices.TABLE);
  }

  /**
   * Reads a table: a line {@code date 2026-11-22}, and a line per product with its unit, a price
   * per Region and the source.
   *
   * @throws IllegalArgumentException naming the line that is wrong
   */
  static PriceTable parse(String text) {
    Optional<LocalDate> date = Optional.empty();
    Map<String, Map<Region, Price>> prices = new TreeMap<>();
    for (String line : text.lines().map(String::strip).toList()) {
      if (line.startsWith("date ")) {
        date = Optional.of(LocalDate.parse(line.substring("date ".length()).strip()));
      } else if (!line.isEmpty() && !line.startsWith("#")) {
        String[] columns = columns(line);
        if (prices.put(columns[0], row(columns)) != null) {
          throw new IllegalArgumentException("There are two prices of " + columns[0]);
        }
      }
    }
    return new PriceTable(
        date.orElseThrow(() -> new IllegalArgumentException("The price table has no date")),
        prices);
  }

  private static String[] columns(String line) {
    String[] columns =
        Arrays.stream(line.split("\\|", -1)).map(String::strip).toArray(String[]::new);
    if (columns.length != REGIONS.size() + 3 || !columns[columns.length - 1].contains("://")) {
      throw new IllegalArgumentException(
          "Not a row of product, unit, %d prices and a source: %s".formatted(REGIONS.size(), line));
    }
    return columns;
  }

  private static Map<Region, Price> row(String[] columns) {
    Unit unit = Unit.of(columns[1]);
    Map<Region, Price> row = new TreeMap<>();
    for (int i = 0; i < REGIONS.size(); i++) {
      Usd amount = Usd.of(columns[i + 2]);
      row.put(REGIONS.get(i), new Price(amount, unit, columns[columns.length - 1]));
    }
    return row;
  }

  /** The price of a product in a Region; empty when it is not in the table. */
  public Optional<Price> price(Product product, Region region) {
    return Optional.ofNullable(prices.getOrDefault(product.key(), Map.of()).get(region));
  }

  /** The pages that say what stands in the table. */
  public List<String> sources() {
    return prices.values().stream()
        .flatMap(row -> row.values().stream())
        .map(Price::source)
        .distinct()
        .sorted()
        .toList();
  }
}
