package dev.atoll.analysis.reachability;

import dev.atoll.aws.Region;
import dev.atoll.facts.Facts;
import dev.atoll.facts.Source;
import dev.atoll.facts.Truth;
import dev.atoll.facts.network.NodeInterfaces;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Why the replicas of one site do not reach those of another. Replicas dial both ways, so both
 * count: {@link Piece} says which missing piece breaks which.
 *
 * @param from the site that dials
 * @param to the site that is dialled
 * @param there the paths of its connections: one per pair of node interfaces and port
 * @param back the paths of the connections that the other site opens
 */
public record ReplicaDiagnosis(Site from, Site to, List<Path> there, List<Path> back) {

  public ReplicaDiagnosis {
    there = List.copyOf(there);
    back = List.copyOf(back);
  }

  /** The diagnosis of every ordered pair of sites. */
  public static List<ReplicaDiagnosis> of(Facts facts, Collection<Integer> ports) {
    Reachability reachability = Reachability.over(facts);
    List<Site.Pair> pairs = Site.of(facts).orderedPairs();
    Map<Site.Pair, List<Path>> paths = new HashMap<>();
    for (Site.Pair pair : pairs) {
      paths.put(pair, paths(reachability, pair.from(), pair.to(), ports));
    }
    return pairs.stream()
        .map(
            pair ->
                new ReplicaDiagnosis(
                    pair.from(), pair.to(), paths.get(pair), paths.get(pair.reversed())))
        .toList();
  }

  /** The diagnosis of one ordered pair of Regions; empty when one of them has no site. */
  public static Optional<ReplicaDiagnosis> between(
      Facts facts, Region from, Region to, Collection<Integer> ports) {
    Reachability reachability = Reachability.over(facts);
    return Site.of(facts).orderedPairs().stream()
        .filter(pair -> pair.from().region().is(from::equals).isYes())
        .filter(pair -> pair.to().region().is(to::equals).isYes())
        .findFirst()
        .map(
            pair ->
                new ReplicaDiagnosis(
                    pair.from(),
                    pair.to(),
                    paths(reachability, pair.from(), pair.to(), ports),
                    paths(reachability, pair.to(), pair.from(), ports)));
  }

  private static List<Path> paths(
      Reachability reachability, Site from, Site to, Collection<Integer> ports) {
    List<Path> paths = new ArrayList<>();
    for (NodeInterfaces a : from.nodes()) {
      for (NodeInterfaces b : to.nodes()) {
        ports.stream().sorted().forEach(port -> paths.add(reachability.ask(a, b, port)));
      }
    }
    return paths;
  }

  /** Whether connections from the one to the other work. */
  public Truth dials() {
    return Truth.all(there.stream(), Path::works);
  }

  /** Whether connections that the other opens work. */
  public Truth isDialled() {
    return Truth.all(back.stream(), Path::works);
  }

  /** Whether replicas can talk: connections work both ways. */
  public Truth talks() {
    return dials().and(isDialled());
  }

  /** The pieces without which its own connections fail. */
  public Set<Piece> missingToDial() {
    return pieces(there, false);
  }

  /** Every missing piece of the two, whichever way it breaks. */
  public Set<Piece> missing() {
    Set<Piece> all = pieces(there, false);
    all.addAll(pieces(back, true));
    return all;
  }

  /** One sentence for whoever looks at the time-outs. */
  public String sentence() {
    String pieces = missingToDial().stream().map(Piece::name).collect(Collectors.joining(", "));
    String obstacles =
        obstacles().stream().map(Obstacle::text).distinct().collect(Collectors.joining("; "));
    return ("replicas in %s see those in %s, because they meet in the database, and time out when"
            + " they dial them; missing: %s (%s)")
        .formatted(from.name(), to.name(), pieces, obstacles);
  }

  /** What is in the way of its own connections. */
  public List<Obstacle> obstacles() {
    return there.stream().flatMap(path -> path.obstacles().stream()).distinct().toList();
  }

  /** The facts that show it. */
  public List<Source> where() {
    Stream<Source> shown = obstacles().stream().flatMap(obstacle -> obstacle.where().stream());
    List<Source> sources = shown.distinct().toList();
    return sources.isEmpty()
        ? Stream.concat(from.nodes().stream(), to.nodes().stream())
            .map(NodeInterfaces::source)
            .toList()
        : sources;
  }

  /** The whole way that would work, with what is missing where. */
  public List<String> path() {
    return there.stream()
        .filter(path -> !path.works().isYes())
        .flatMap(
            path ->
                Stream.concat(
                    Stream.of(
                        "%s dials %s on TCP %d"
                            .formatted(path.from().ref(), path.to().ref(), path.port())),
                    path.lines().stream()))
        .toList();
  }

  private static Set<Piece> pieces(List<Path> paths, boolean reverse) {
    Set<Piece> pieces = EnumSet.noneOf(Piece.class);
    paths.stream()
        .flatMap(path -> path.obstacles().stream())
        .forEach(obstacle -> pieces.add(Piece.of(obstacle, reverse)));
    return pieces;
  }
}
