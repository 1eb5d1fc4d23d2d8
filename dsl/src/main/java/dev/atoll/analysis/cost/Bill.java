package dev.atoll.analysis.cost;

import dev.atoll.aws.Region;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A month's bill.
 *
 * @param prices the day of the price table
 * @param lines a line per item, in the order of the materials
 * @param leftOut what is not on it, each as half a sentence
 */
public record Bill(LocalDate prices, List<Line> lines, List<String> leftOut) {

  /**
   * An item and what it costs.
   *
   * @param cost empty when the table has no price for it in its Region
   */
  public record Line(Item item, Optional<Usd> cost) {}

  public Bill {
    lines = List.copyOf(lines);
    leftOut = List.copyOf(leftOut);
  }

  /** The bill for these materials. */
  public static Bill of(BillOfMaterials materials, PriceTable table) {
    return new Bill(
        table.date(),
        materials.items().stream().map(item -> line(item, table)).toList(),
        materials.leftOut());
  }

  private static Line line(Item item, PriceTable table) {
    return new Line(
        item, table.price(item.product(), item.region()).map(price -> price.of(item.monthly())));
  }

  /** The sum of what has a price. */
  public Usd total() {
    return total(line -> true);
  }

  /** The sum of what has a price in one Region. */
  public Usd total(Region region) {
    return total(line -> line.item().region().equals(region));
  }

  /** The sum of what has a price in one component of the deployment. */
  public Usd total(String component) {
    return total(line -> line.item().component().equals(component));
  }

  private Usd total(Predicate<Line> which) {
    return lines.stream()
        .filter(which)
        .flatMap(line -> line.cost().stream())
        .reduce(Usd.ZERO, Usd::plus);
  }

  /** The lines that have no price: the sum is too low by these. */
  public List<Line> unpriced() {
    return lines.stream().filter(line -> line.cost().isEmpty()).toList();
  }

  /** The Regions on it, in the order of the materials. */
  public List<Region> regions() {
    return lines.stream().map(line -> line.item().region()).distinct().toList();
  }
}
