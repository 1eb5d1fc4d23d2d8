package dev.atoll.analysis.reachability;

import dev.atoll.aws.Region;
import dev.atoll.facts.Facts;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Truth;
import dev.atoll.facts.Value;
import dev.atoll.facts.coder.CoderServer;
import dev.atoll.facts.network.NodeInterfaces;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One VPC in which replicas of Coder run, or may: it has nodes, and where it is known in which
 * Regions Coder servers run, its Region is one of them.
 *
 * @param vpc the VPC
 * @param region its Region
 * @param nodes the interfaces of its nodes
 */
public record Site(Ref vpc, Value<Region> region, List<NodeInterfaces> nodes) {

  public Site {
    nodes = List.copyOf(nodes);
  }

  /**
   * All sites of a deployment.
   *
   * @param sites those that are known
   * @param open why there may be more; empty when there are not
   */
  public record Sites(List<Site> sites, Optional<String> open) {

    /** Every ordered pair. */
    public List<Pair> orderedPairs() {
      return sites.stream()
          .flatMap(
              from ->
                  sites.stream()
                      .filter(to -> !to.vpc().equals(from.vpc()))
                      .map(to -> new Pair(from, to)))
          .toList();
    }

    /** Every unordered pair, once. */
    public List<Pair> pairs() {
      return orderedPairs().stream()
          .filter(pair -> sites.indexOf(pair.from()) < sites.indexOf(pair.to()))
          .toList();
    }
  }

  /** Two sites. */
  public record Pair(Site from, Site to) {
    /** The same two, the other way round. */
    public Pair reversed() {
      return new Pair(to, from);
    }
  }

  /** The sites that these facts show. */
  public static Sites of(Facts facts) {
    Network network = Network.of(facts);
    Optional<Set<Region>> regions = coderRegions(facts);
    Map<Ref, List<NodeInterfaces>> byVpc = new LinkedHashMap<>();
    Optional<String> open = facts.all(NodeInterfaces.class).gap();
    for (NodeInterfaces nodes : facts.all(NodeInterfaces.class).facts()) {
      Value<Ref> vpc = Placement.vpcOf(nodes, network);
      vpc.asOptional()
          .ifPresent(ref -> byVpc.computeIfAbsent(ref, key -> new ArrayList<>()).add(nodes));
      open = open.or(() -> vpc.fold(ref -> Optional.empty(), Optional::of));
    }
    List<Site> sites =
        byVpc.entrySet().stream()
            .map(
                entry -> new Site(entry.getKey(), network.region(entry.getKey()), entry.getValue()))
            .filter(
                site ->
                    !regions.map(all -> site.region().is(all::contains)).orElse(Truth.YES).isNo())
            .toList();
    return new Sites(sites, open);
  }

  /** The Regions of Coder's servers, if there are any and all of them are known. */
  private static Optional<Set<Region>> coderRegions(Facts facts) {
    List<Optional<Region>> regions =
        facts.all(CoderServer.class).stream().map(server -> server.region().asOptional()).toList();
    boolean complete =
        !regions.isEmpty()
            && facts.all(CoderServer.class).gap().isEmpty()
            && regions.stream().allMatch(Optional::isPresent);
    return complete
        ? Optional.of(regions.stream().flatMap(Optional::stream).collect(Collectors.toSet()))
        : Optional.empty();
  }

  /** Its Region, or else its VPC, for people. */
  public String name() {
    return region.fold(Region::name, why -> vpc.key());
  }
}
