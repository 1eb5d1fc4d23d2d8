package dev.atoll.conformance.suite;

import dev.atoll.analysis.cost.Bill;
import dev.atoll.analysis.cost.BillOfMaterials;
import dev.atoll.analysis.cost.Database;
import dev.atoll.analysis.cost.Item;
import dev.atoll.analysis.cost.Listener;
import dev.atoll.analysis.cost.PriceTable;
import dev.atoll.analysis.cost.PricedLoadBalancer;
import dev.atoll.analysis.cost.Traffic;
import dev.atoll.aws.Region;
import java.util.ArrayList;
import java.util.List;

/** The promises about cost, tried with the price table that comes with the tool, in us-east-2. */
final class CostPromises {

  private static final double TOLERANCE = 0.03;
  private static final double WITH_READER = 130;
  private static final double WITHOUT_READER = 86;
  private static final double SAVED = 44;

  private CostPromises() {}

  /** AUR-3: the documents' three figures, and what they leave out. */
  static PromiseOutcome aurora() {
    return aurora(PriceTable.current());
  }

  static PromiseOutcome aurora(PriceTable prices) {
    Bill both = aurora(prices, 1);
    Bill writers = aurora(prices, 0);
    double with = both.total().toDouble();
    double without = writers.total().toDouble();
    List<String> broken = new ArrayList<>();
    near(broken, "with the reader", with, WITH_READER);
    near(broken, "without it", without, WITHOUT_READER);
    near(broken, "saved", with - without, SAVED);
    if (writers.leftOut().stream().noneMatch(m -> m.contains("storage") && m.contains("I/O"))) {
      broken.add("nothing says that storage and I/O are left out");
    }
    return new PromiseOutcome(
        "the cost model: %s with the reader, %s without, %s saved; documents: 130, 86, 44"
            .formatted(both.total(), writers.total(), both.total().minus(writers.total())),
        broken);
  }

  private static Bill aurora(PriceTable prices, int readers) {
    return Bill.of(
        BillOfMaterials.empty()
            .with(new Database(Region.US_EAST_2, "Coder", 0.5, readers))
            .with(new Database(Region.US_EAST_2, "LiteLLM", 0.5, 0)),
        prices);
  }

  private static void near(List<String> broken, String what, double found, double documented) {
    if (Math.abs(found - documented) > TOLERANCE * documented) {
      broken.add(
          "%s: %.2f USD a month, more than 3 %% from %.0f".formatted(what, found, documented));
    }
  }

  /** LB-6: every part is in the sum, and what each dimension and each listener buys shows. */
  static PromiseOutcome loadBalancers() {
    return loadBalancers(PriceTable.current());
  }

  static PromiseOutcome loadBalancers(PriceTable prices) {
    PricedLoadBalancer across = new PricedLoadBalancer(Region.US_EAST_2, "coder", 3, true);
    Traffic tls = new Traffic(Listener.TLS, 800, 3_000, 1, 0, 0);
    Traffic tcp = new Traffic(Listener.TCP, 800, 3_000, 1, 0, 0);
    double encrypted = usd(across.network(tls), prices);
    double plain = usd(across.network(tcp), prices);
    double application = usd(across.application(tls), prices);
    List<String> broken = new ArrayList<>();
    // 730 h × (0.0225 + units × price + 3 × 0.005), and two thirds of 730 GB at 0.02 for the NLB.
    exactly(broken, "NLB, TLS", encrypted, 730 * (0.0225 + 16 * 0.006 + 0.015) + 9.7333);
    exactly(broken, "NLB, TCP", plain, 730 * (0.0225 + 0.006 + 0.015) + 9.7333);
    exactly(broken, "ALB", application, 730 * (0.0225 + 32 * 0.008 + 0.015));
    return new PromiseOutcome(
        "800 new connections a second in three zones: NLB %.2f USD a month with TLS, %.2f with TCP; ALB %.2f"
            .formatted(encrypted, plain, application),
        broken);
  }

  private static double usd(List<Item> items, PriceTable prices) {
    return Bill.of(BillOfMaterials.empty().with(items), prices).total().toDouble();
  }

  private static void exactly(List<String> broken, String what, double found, double expected) {
    if (Math.abs(found - expected) > 0.01) {
      broken.add("%s: %.2f USD a month, and not %.2f".formatted(what, found, expected));
    }
  }
}
