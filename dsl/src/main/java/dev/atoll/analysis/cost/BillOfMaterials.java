package dev.atoll.analysis.cost;

import dev.atoll.aws.Region;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a deployment buys every month. Immutable; the {@code with} methods return one with more.
 *
 * @param items what is bought
 * @param leftOut what is known to be missing, each as half a sentence
 */
public record BillOfMaterials(List<Item> items, List<String> leftOut) {

  private static final BillOfMaterials EMPTY = new BillOfMaterials(List.of(), List.of());

  public BillOfMaterials {
    items = List.copyOf(items);
    leftOut = leftOut.stream().distinct().toList();
  }

  /** Nothing yet. */
  public static BillOfMaterials empty() {
    return EMPTY;
  }

  /** With these items. */
  public BillOfMaterials with(List<Item> more) {
    return new BillOfMaterials(Stream.concat(items.stream(), more.stream()).toList(), leftOut);
  }

  /** With a database. Storage and I/O are named as left out. */
  public BillOfMaterials with(Database database) {
    return with(database.items()).without(Database.LEFT_OUT.toArray(String[]::new));
  }

  /** With a cache. */
  public BillOfMaterials with(Cache cache) {
    return with(List.of(cache.item()));
  }

  /** With the control plane of one EKS cluster, in standard support. */
  public BillOfMaterials withCluster(Region region) {
    return with(List.of(Item.allMonth(region, "cluster", "EKS control plane", Product.EKS, 1)));
  }

  /** With NAT gateways, each with its public address. */
  public BillOfMaterials withNatGateways(Region region, int count) {
    return with(List.of(
            Item.allMonth(region, "network", "NAT gateway", Product.NAT_GATEWAY, count),
            Item.allMonth(region, "network", "NAT gateway, address", Product.PUBLIC_IPV4, count)))
        .without("data that passes NAT gateways (0.045 USD per GB)");
  }

  /** With data that leaves for another Region. */
  public BillOfMaterials withDataBetweenRegions(Region from, double gigabytes) {
    return with(
        List.of(
            new Item(
                from,
                "network",
                "data to other Regions",
                Product.INTER_REGION_DATA,
                Quantity.gigabytes(gigabytes))));
  }

  /** With something said to be left out. */
  public BillOfMaterials without(String... missing) {
    return new BillOfMaterials(
        items, Stream.concat(leftOut.stream(), Arrays.stream(missing)).toList());
  }
}
