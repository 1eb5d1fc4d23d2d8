package dev.atoll.conformance.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atoll.analysis.cost.Alternatives;
import dev.atoll.analysis.cost.Bill;
import dev.atoll.analysis.cost.PriceTable;
import dev.atoll.analysis.cost.Traffic;
import dev.atoll.analysis.cost.Usd;
import dev.atoll.aws.Region;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * A bill and its alternatives in words and as JSON.
 *
 * @param topology the name of the topology
 * @param traffic that of each load balancer
 * @param bill the bill
 * @param alternatives what other choices would cost, by Region
 * @param prices the table behind it
 */
record CostReport(
    String topology,
    Traffic traffic,
    Bill bill,
    List<Alternatives> alternatives,
    PriceTable prices) {

  String text() {
    StringBuilder text = new StringBuilder();
    text.append("%s, USD a month at list prices of %s%n".formatted(topology, bill.prices()));
    text.append("Each load balancer carries: %s%n".formatted(traffic));
    for (Region region : bill.regions()) {
      text.append("%n%s%n".formatted(region));
      bill.lines().stream()
          .filter(line -> line.item().region().equals(region))
          .forEach(line -> text.append(line(line)));
      text.append(row("", "together", "", bill.total(region).toString()));
    }
    text.append("%n%s%n".formatted(row("total", "", "", bill.total().toString()).strip()));
    text.append("%nNot in it:%n".formatted());
    bill.leftOut().forEach(missing -> text.append("  %s%n".formatted(missing)));
    if (!bill.unpriced().isEmpty()) {
      text.append(
          "  %d lines marked \"not in the table\": it has prices of %s only%n"
              .formatted(bill.unpriced().size(), PriceTable.REGIONS));
    }
    text.append("%nWhat other choices cost a month%n".formatted());
    alternatives.forEach(each -> text.append(alternative(each)));
    text.append(
        "%nNLB and ALB are priced per capacity unit and hour, not per GB (atoll explain LB-6).%n"
            .formatted());
    text.append("%nPrices from:%n".formatted());
    prices.sources().forEach(source -> text.append("  %s%n".formatted(source)));
    return text.toString().stripTrailing();
  }

  private static String line(Bill.Line line) {
    return row(
        line.item().component(),
        line.item().what(),
        line.item().monthly().toString(),
        shown(line.cost()));
  }

  private static String row(String component, String what, String quantity, String cost) {
    return "  %-14s %-36s %18s %17s%n".formatted(component, what, quantity, cost);
  }

  private static String alternative(Alternatives each) {
    return "%n%s%n".formatted(each.region())
        + choice("an Aurora reader of 0.5 ACU beside the writer", each.reader())
        + choice("an NLB for that traffic, each zone for itself", each.within())
        + choice("an NLB for that traffic, across zones", each.across())
        + choice("an ALB for that traffic", each.application());
  }

  private static String choice(String what, Optional<Usd> cost) {
    return "  %-70s %17s%n".formatted(what, shown(cost));
  }

  private static String shown(Optional<Usd> cost) {
    return cost.map(Usd::toString).orElse("not in the table");
  }

  ObjectNode json() {
    ObjectNode node =
        JsonNodeFactory.instance
            .objectNode()
            .put("topology", topology)
            .put("currency", "USD")
            .put("prices", bill.prices().toString())
            .put("traffic", traffic.toString());
    put(node, "total", Optional.of(bill.total()));
    node.set("lines", Json.array(bill.lines().stream().map(CostReport::json).toList()));
    bill.leftOut().forEach(missing -> node.withArray("leftOut").add(missing));
    node.set("alternatives", Json.array(alternatives.stream().map(CostReport::json).toList()));
    prices.sources().forEach(source -> node.withArray("sources").add(source));
    return node;
  }

  private static ObjectNode json(Bill.Line line) {
    ObjectNode node =
        JsonNodeFactory.instance
            .objectNode()
            .put("region", line.item().region().name())
            .put("component", line.item().component())
            .put("what", line.item().what())
            .put("quantity", line.item().monthly().amount())
            .put("unit", line.item().monthly().unit().toString());
    put(node, "cost", line.cost());
    return node;
  }

  private static ObjectNode json(Alternatives each) {
    ObjectNode node = JsonNodeFactory.instance.objectNode().put("region", each.region().name());
    put(node, "reader", each.reader());
    put(node, "networkWithinZones", each.within());
    put(node, "networkAcrossZones", each.across());
    put(node, "application", each.application());
    return node;
  }

  /** An amount in cents' precision; null when the table has no price. */
  private static void put(ObjectNode node, String name, Optional<Usd> amount) {
    node.put(name, amount.map(usd -> usd.amount().setScale(2, RoundingMode.HALF_UP)).orElse(null));
  }
}
