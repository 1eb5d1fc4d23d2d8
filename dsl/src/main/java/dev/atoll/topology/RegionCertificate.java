package dev.atoll.topology;

import dev.atoll.analysis.names.DomainName;
import dev.atoll.aws.Region;
import dev.atoll.facts.model.ServedName;
import dev.atoll.facts.model.ServedName.Purpose;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The certificate of a Region: every name that is served there. The servers' own names for health
 * checks are not in it; the wildcard at the apex covers them.
 *
 * @param region the Region
 * @param names its names; the first one is the domain itself
 */
public record RegionCertificate(Region region, List<String> names) {

  public RegionCertificate {
    names = List.copyOf(names);
  }

  /** The certificates of a topology, the primary Region's first. */
  public static List<RegionCertificate> of(Topology topology) {
    return of(topology.design());
  }

  static List<RegionCertificate> of(Design design) {
    Map<Region, Set<String>> names = new LinkedHashMap<>();
    design.regions().stream()
        .filter(CoderRegion::isPrimary)
        .forEach(region -> names.put(region.region(), new LinkedHashSet<>()));
    for (ServedName served : ServedNames.of(design)) {
      if (served.purpose() != Purpose.REPLICA) {
        names.computeIfAbsent(served.region(), key -> new LinkedHashSet<>()).add(served.name());
      }
    }
    List<RegionCertificate> certificates = new ArrayList<>();
    names.forEach(
        (region, all) -> certificates.add(new RegionCertificate(region, List.copyOf(all))));
    return certificates;
  }

  /** Its name in Terraform. */
  public String identifier() {
    return region.identifier();
  }

  /** The name by which it is found. */
  public String domain() {
    return names.get(0);
  }

  /**
   * The names that ACM wants to see validated: a wildcard and the name below which it stands share
   * one CNAME, and so do all certificates of an account that have that name.
   *
   * @see <a href="https://docs.aws.amazon.com/acm/latest/userguide/dns-validation.html">DNS
   *     validation</a>
   */
  public List<String> validated() {
    return names.stream().map(RegionCertificate::validated).distinct().toList();
  }

  private static String validated(String name) {
    DomainName domain = new DomainName(name);
    return domain.isWildcard() ? domain.parent().text() : domain.text();
  }

  /** The name of a validated name's record in Terraform: {@code apex}, {@code us_west_2}. */
  public String recordOf(String validated) {
    return validated.equals(domain())
        ? "validation_apex"
        : "validation_" + validated.replace("." + domain(), "").replaceAll("[^A-Za-z0-9]", "_");
  }
}
