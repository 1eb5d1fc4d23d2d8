package dev.atoll.analysis.dns;

import dev.atoll.analysis.names.DomainName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Names that Route 53 answers alike: what holds for one of them holds for all.
 *
 * @param kind which names they are
 * @param sample one of them
 * @param pattern the name, or the wildcard that stands for them: {@code *.coderdemo.io}
 * @see <a href="https://doi.org/10.1145/3387514.3405871">GRoot: proactive verification of DNS
 *     configurations, SIGCOMM 2020, equivalence classes of queries</a>
 */
public record NameClass(Kind kind, DomainName sample, DomainName pattern) {

  /** Which names. */
  public enum Kind {
    APEX("the top of the zone"),
    EXPLICIT("has records"),
    EMPTY("has none, but names below it have"),
    UNRECORDED("is wanted and has no record"),
    WILDCARD("one label below, by a wildcard"),
    DEEPER("two labels and more below, by a wildcard"),
    HIDDEN("below a name that hides the wildcard above"),
    MISSING("below a name, and no wildcard there"),
    DELEGATED("other name servers answer"),
    ASTERISK("the asterisk itself"),
    OUTSIDE("in no zone");

    private final String inWords;

    Kind(String inWords) {
      this.inWords = inWords;
    }

    @Override
    public String toString() {
      return inWords;
    }
  }

  /**
   * Every class of names.
   *
   * @param wanted names that are to be told apart though they may have no record, wildcards too
   */
  public static List<NameClass> of(Route53 route53, Collection<DomainName> wanted) {
    Map<DomainName, NameClass> classes = new LinkedHashMap<>();
    Set<DomainName> taken = new HashSet<>(wanted);
    route53.zones().forEach(zone -> taken.addAll(zone.existing()));
    for (Zone zone : route53.zones()) {
      for (DomainName name : zone.existing()) {
        if (route53.zone(name).filter(zone::equals).isPresent()) {
          of(zone, name, taken).forEach(one -> classes.put(one.sample(), one));
        }
      }
    }
    for (DomainName name : wanted) {
      DomainName sample = name.isWildcard() ? fresh(name.parent(), taken) : name;
      classes.putIfAbsent(sample, new NameClass(Kind.UNRECORDED, sample, name));
    }
    DomainName outside = new DomainName("outside.invalid");
    classes.putIfAbsent(outside, new NameClass(Kind.OUTSIDE, outside, outside));
    return List.copyOf(classes.values());
  }

  /** A name that exists, and the names below it that do not. */
  private static List<NameClass> of(Zone zone, DomainName name, Set<DomainName> taken) {
    List<NameClass> some = new ArrayList<>();
    some.add(new NameClass(itself(zone, name), name, name));
    DomainName below = fresh(name, taken);
    DomainName wildcard = name.wildcard();
    Kind kind = below(zone, name, below);
    some.add(new NameClass(kind, below, wildcard));
    if (kind == Kind.WILDCARD) {
      DomainName deeper = fresh(below, taken);
      some.add(new NameClass(Kind.DEEPER, deeper, new DomainName("*." + wildcard)));
    }
    return some;
  }

  private static Kind itself(Zone zone, DomainName name) {
    if (name.isWildcard()) {
      return Kind.ASTERISK;
    }
    if (name.equals(zone.top())) {
      return Kind.APEX;
    }
    if (zone.delegation(name).isPresent()) {
      return Kind.DELEGATED;
    }
    return zone.hasRecords(name) ? Kind.EXPLICIT : Kind.EMPTY;
  }

  private static Kind below(Zone zone, DomainName name, DomainName below) {
    if (zone.delegation(below).isPresent()) {
      return Kind.DELEGATED;
    }
    if (zone.exists(name.wildcard())) {
      return Kind.WILDCARD;
    }
    return zone.hiding(below).isPresent() ? Kind.HIDDEN : Kind.MISSING;
  }

  /** A name below another that is none of those. */
  private static DomainName fresh(DomainName above, Set<DomainName> taken) {
    String label = "app";
    while (taken.contains(child(label, above))) {
      label += "x";
    }
    return child(label, above);
  }

  private static DomainName child(String label, DomainName above) {
    return new DomainName(label + "." + above);
  }

  @Override
  public String toString() {
    return "%s (%s)".formatted(pattern, kind);
  }
}
