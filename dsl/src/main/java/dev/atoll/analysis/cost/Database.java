package dev.atoll.analysis.cost;

import dev.atoll.aws.Region;
import java.util.List;
import java.util.stream.IntStream;

/**
 * An Aurora Serverless v2 cluster as the bill sees it: every instance is paid for its capacity, at
 * least the minimum, every hour, busy or idle.
 *
 * @param region where
 * @param name whose it is: {@code Coder}
 * @param minimumAcu the capacity that is paid for in any case, in ACU per instance
 * @param readers instances beside the writer
 */
public record Database(Region region, String name, double minimumAcu, int readers) {

  /** What the capacity leaves out. */
  static final List<String> LEFT_OUT =
      List.of(
          "Aurora's storage, I/O requests and backups",
          "Aurora's capacity above the minimum, which follows the load");

  List<Item> items() {
    return IntStream.rangeClosed(0, readers)
        .mapToObj(
            instance ->
                Item.allMonth(
                    region,
                    "database",
                    "Aurora of %s, %s".formatted(name, instance == 0 ? "writer" : "reader"),
                    Product.AURORA,
                    minimumAcu))
        .toList();
  }
}
