package dev.atoll.analysis.cost;

import dev.atoll.aws.Region;
import java.util.ArrayList;
import java.util.List;

/**
 * An internet-facing load balancer as the bill sees it, of either kind, so that the two can be
 * compared for the same traffic.
 *
 * @param region where
 * @param name whose it is: {@code coder}
 * @param zones in how many zones it is: one public IPv4 address each
 * @param crossZone whether a Network Load Balancer sends traffic to targets of all zones, which
 *     costs per GB; an Application Load Balancer always does, and AWS charges nothing for it
 */
public record PricedLoadBalancer(Region region, String name, int zones, boolean crossZone) {

  /** What a Network Load Balancer buys for that traffic. */
  public List<Item> network(Traffic traffic) {
    List<Item> items = new ArrayList<>();
    items.add(item("NLB of %s".formatted(name), Product.NLB, 1));
    items.add(item("NLB of %s, capacity".formatted(name), Product.NLCU, traffic.networkUnits()));
    items.add(item("NLB of %s, addresses".formatted(name), Product.PUBLIC_IPV4, zones));
    if (crossZone) {
      items.add(
          new Item(
              region,
              "load balancer",
              "NLB of %s, data between zones".formatted(name),
              Product.CROSS_ZONE_DATA,
              Quantity.gigabytes(traffic.crossZoneGigabytes(zones))));
    }
    return List.copyOf(items);
  }

  /** What an Application Load Balancer would buy for it. It may scale out to more addresses. */
  public List<Item> application(Traffic traffic) {
    return List.of(
        item("ALB of %s".formatted(name), Product.ALB, 1),
        item("ALB of %s, capacity".formatted(name), Product.LCU, traffic.applicationUnits()),
        item("ALB of %s, addresses".formatted(name), Product.PUBLIC_IPV4, zones));
  }

  private Item item(String what, Product product, double count) {
    return Item.allMonth(region, "load balancer", what, product, count);
  }
}
