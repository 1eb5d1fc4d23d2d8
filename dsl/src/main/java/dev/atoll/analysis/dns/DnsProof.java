package dev.atoll.analysis.dns;

import dev.atoll.analysis.dns.CounterExample.Claim;
import dev.atoll.aws.Region;
import dev.atoll.facts.Facts;
import dev.atoll.facts.Truth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A proof over every class of names × every Region that asks × every combination of healthy and
 * unhealthy Regions: a name that is served is answered, by a healthy Region whenever one of those
 * that serve it is, and there is a certificate for it there. Over A records, which is what load
 * balancers here have.
 *
 * <p>Names of one class are answered alike, so one is asked; a Region on which no record of a name
 * depends makes no difference to it, so it is left out of the combinations; who asks makes none
 * where no record goes by latency.
 *
 * @param classes the classes of names
 * @param served those of them that somebody serves
 * @param asking the Regions that ask
 * @param regions the Regions that may be down
 * @param combinations how many combinations of them there are
 * @param counterExamples the one with the fewest failures for every class and claim
 * @param open what was not seen and would decide it
 * @param bare answered names that nobody serves and no certificate covers
 */
public record DnsProof(
    List<NameClass> classes,
    List<NameClass> served,
    List<Region> asking,
    Set<Region> regions,
    long combinations,
    List<CounterExample> counterExamples,
    List<String> open,
    List<NameClass> bare) {

  public DnsProof {
    classes = List.copyOf(classes);
    served = List.copyOf(served);
    asking = List.copyOf(asking);
    regions = Set.copyOf(regions);
    counterExamples = List.copyOf(counterExamples);
    open = List.copyOf(open);
    bare = List.copyOf(bare);
  }

  /** The proof over every name. */
  public static DnsProof of(Facts facts) {
    return of(facts, regions -> true, Set.of(Claim.values()));
  }

  /** The classes of names that somebody serves, with the Regions that may answer. */
  public static Map<NameClass, Set<Region>> served(Facts facts) {
    Route53 route53 = Route53.of(facts);
    WantedNames wanted = new WantedNames(facts, Tiers.of(facts, route53));
    Map<NameClass, Set<Region>> served = new LinkedHashMap<>();
    for (NameClass each : NameClass.of(route53, wanted.names())) {
      wanted.regions(each).ifPresent(regions -> served.put(each, regions));
    }
    return served;
  }

  /**
   * The proof of some claims over some names.
   *
   * @param some which names, by the Regions that serve them
   * @param claims what is claimed of their answers
   */
  public static DnsProof of(Facts facts, Predicate<Set<Region>> some, Set<Claim> claims) {
    Route53 route53 = Route53.of(facts);
    Tiers tiers = Tiers.of(facts, route53);
    WantedNames wanted = new WantedNames(facts, tiers);
    List<NameClass> classes = NameClass.of(route53, wanted.names());
    Set<Region> regions = new HashSet<>();
    for (NameClass each : classes) {
      regions.addAll(tiers.deciding(each.sample()));
      wanted.regions(each).ifPresent(regions::addAll);
    }
    Combinations combinations = new Combinations(regions);
    Interrogation interrogation = new Interrogation(facts, route53, tiers, claims);
    List<Region> asking = asking(regions);
    List<NameClass> served = new ArrayList<>();
    List<NameClass> bare = new ArrayList<>();
    List<CounterExample> found = new ArrayList<>();
    Set<String> open = new LinkedHashSet<>();
    for (NameClass each : classes) {
      Optional<Set<Region>> serving = wanted.regions(each);
      if (serving.filter(some).isPresent()) {
        served.add(each);
        Set<Region> deciding = new HashSet<>(tiers.deciding(each.sample()));
        deciding.addAll(serving.get());
        found.addAll(
            interrogation.ask(each, serving.get(), combinations.among(deciding), asking, open));
      } else if (serving.isEmpty() && interrogation.isBare(each)) {
        bare.add(each);
      }
    }
    return new DnsProof(
        classes, served, asking, regions, combinations.count(), found, List.copyOf(open), bare);
  }

  private static List<Region> asking(Set<Region> regions) {
    Set<Region> all = new LinkedHashSet<>(Region.all());
    all.addAll(regions.stream().sorted().toList());
    return List.copyOf(all);
  }

  /** Whether it holds; open when it was not seen. */
  public Truth holds() {
    return counterExamples.isEmpty()
        ? open.stream().map(Truth::open).reduce(Truth.YES, Truth::and)
        : Truth.NO;
  }

  /** How many questions it answers. */
  public long questions() {
    return (long) classes.size() * asking.size() * combinations;
  }

  /** Its extent and its result in a line. */
  @Override
  public String toString() {
    String extent =
        "%d classes of names (%d served) × %d Regions that ask × %d combinations of healthy and unhealthy Regions"
            .formatted(classes.size(), served.size(), asking.size(), combinations);
    if (!counterExamples.isEmpty()) {
      return extent + ": does not hold: " + counterExamples.get(0);
    }
    return extent + (open.isEmpty() ? ": holds" : ": open: " + String.join("; ", open));
  }
}
