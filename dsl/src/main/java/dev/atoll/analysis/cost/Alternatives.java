package dev.atoll.analysis.cost;

import dev.atoll.aws.Region;
import java.util.List;
import java.util.Optional;

/**
 * What other choices would cost a month, in one Region: the reader that the documents took away,
 * and the other kind of load balancer. Empty where the table has no prices.
 *
 * @param region where
 * @param reader a reader of 0.5 ACU beside a writer
 * @param within a Network Load Balancer whose addresses lead to their own zone only
 * @param across a Network Load Balancer whose addresses lead to every zone
 * @param application an Application Load Balancer, which always does
 */
public record Alternatives(
    Region region,
    Optional<Usd> reader,
    Optional<Usd> within,
    Optional<Usd> across,
    Optional<Usd> application) {

  /** The smallest instance that stays awake, in ACU. */
  public static final double SMALLEST_ACU = 0.5;

  /** The alternatives for a load balancer with that traffic in that many zones. */
  public static Alternatives of(Region region, int zones, Traffic traffic, PriceTable table) {
    Item reader = Item.allMonth(region, "database", "Aurora, reader", Product.AURORA, SMALLEST_ACU);
    PricedLoadBalancer across = new PricedLoadBalancer(region, "one service", zones, true);
    PricedLoadBalancer within = new PricedLoadBalancer(region, "one service", zones, false);
    return new Alternatives(
        region,
        total(List.of(reader), table),
        total(within.network(traffic), table),
        total(across.network(traffic), table),
        total(across.application(traffic), table));
  }

  private static Optional<Usd> total(List<Item> items, PriceTable table) {
    Bill bill = Bill.of(BillOfMaterials.empty().with(items), table);
    return bill.unpriced().isEmpty() ? Optional.of(bill.total()) : Optional.empty();
  }
}
