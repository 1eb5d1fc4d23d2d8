package dev.atoll.topology;

import dev.atoll.aws.Region;
import dev.atoll.facts.model.ServedName;
import dev.atoll.facts.model.ServedName.Purpose;
import java.time.Duration;
import java.util.List;

/**
 * The health check of a Region: it asks the name that the Region's Coder servers have for nothing
 * else, which no other Region and no proxy ever answers.
 *
 * @param region the Region
 * @param name the name that is asked
 * @param path the path
 * @param interval the time between two requests of one checker
 * @param threshold how many in a row must agree
 */
public record PlannedHealthCheck(
    Region region, String name, String path, Duration interval, int threshold) {

  /** The health checks of a topology. */
  public static List<PlannedHealthCheck> of(Topology topology) {
    return of(topology.design());
  }

  static List<PlannedHealthCheck> of(Design design) {
    DnsDesign dns = design.dns();
    return ServedNames.of(design).stream()
        .filter(served -> served.purpose() == Purpose.REPLICA)
        .map(
            (ServedName served) ->
                new PlannedHealthCheck(
                    served.region(),
                    served.name(),
                    "/healthz",
                    dns.checkInterval(),
                    dns.checkThreshold()))
        .toList();
  }

  /** Its name in Terraform. */
  public String identifier() {
    return region.identifier();
  }
}
