package dev.atoll.analysis.dns;

import dev.atoll.analysis.names.DomainName;
import dev.atoll.aws.Region;
import dev.atoll.facts.Facts;
import dev.atoll.facts.model.ServedName;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Which names are to be answered, and which Regions may. What a topology serves, it says; of a
 * stranger's deployment, it is what its own records lead to.
 */
final class WantedNames {

  private final Map<DomainName, Set<Region>> served = new HashMap<>();
  private final Tiers tiers;

  WantedNames(Facts facts, Tiers tiers) {
    this.tiers = tiers;
    for (ServedName name : facts.intended().orElse(facts).all(ServedName.class).facts()) {
      served
          .computeIfAbsent(new DomainName(name.name()), key -> new TreeSet<>())
          .add(name.region());
    }
  }

  /** The names that are served, whether there is a record or not. */
  Set<DomainName> names() {
    return served.keySet();
  }

  /** The Regions that may answer for these names; empty when nobody serves them. */
  Optional<Set<Region>> regions(NameClass names) {
    return switch (names.kind()) {
      case ASTERISK, DEEPER, OUTSIDE -> Optional.empty();
      default -> served.isEmpty() ? led(names) : Optional.ofNullable(served.get(names.pattern()));
    };
  }

  private Optional<Set<Region>> led(NameClass names) {
    // The CNAMEs by which ACM validates names begin with an underscore and answer for nobody.
    return names.pattern().text().startsWith("_") || tiers.leads(names.sample()).findAny().isEmpty()
        ? Optional.empty()
        : Optional.of(
            tiers
                .leads(names.sample())
                .flatMap(region -> region.asOptional().stream())
                .collect(Collectors.toSet()));
  }
}
