package dev.atoll.practice.traffic;

import dev.atoll.aws.Region;
import dev.atoll.traffic.Internet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Regions whose Coder servers do not answer although nobody stopped them. What becomes of users is
 * another matter then: whoever fails to serve them, no name and no load balancer does.
 */
public final class SilentRegions {

  private SilentRegions() {}

  /** Those with a name of their own that is not answered with success. */
  public static Set<Region> of(Internet internet, Hosts hosts) {
    Set<Region> silent = new TreeSet<>(hosts.regions());
    silent.removeIf(Predicate.not(region -> isSilent(internet, hosts, region)));
    return silent;
  }

  private static boolean isSilent(Internet internet, Hosts hosts, Region region) {
    return hosts
        .of(region)
        .map(
            name ->
                new CoderApi(
                    Clients.near(internet, region), name, hosts.access(), Optional.empty()))
        .filter(api -> !CoderApi.is(api.healthz(), 200))
        .isPresent();
  }
}
