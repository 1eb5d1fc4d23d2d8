package dev.atoll.analysis.cost;

import dev.atoll.aws.Region;

/**
 * Something that is bought every month.
 *
 * @param region where
 * @param component the part of the deployment it belongs to: {@code network}, {@code database}
 * @param what what it is, as a person says it
 * @param product what AWS sells
 * @param monthly how much of it
 */
public record Item(
    Region region, String component, String what, Product product, Quantity monthly) {

  /** Something that is there all the time. */
  static Item allMonth(
      Region region, String component, String what, Product product, double count) {
    return new Item(region, component, what, product, Quantity.allMonth(count, product.unit()));
  }
}
