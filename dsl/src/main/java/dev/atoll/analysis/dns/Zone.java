package dev.atoll.analysis.dns;

import dev.atoll.analysis.names.DomainName;
import dev.atoll.analysis.names.ZoneNames;
import dev.atoll.facts.dns.DnsRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The records of one public hosted zone. Its top always exists: Route 53 puts NS and SOA there.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4592#section-3.3.1">RFC 4592, closest
 *     encloser</a>
 * @see <a
 *     href="https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/DomainNameFormat.html#domain-name-format-asterisk">Asterisks
 *     in names</a>
 */
public final class Zone {

  private final DomainName top;
  private final ZoneNames names;
  private final Map<String, Map<String, RecordSet>> sets = new HashMap<>();
  private final Optional<String> gap;
  private final List<String> unseen;

  /**
   * A zone.
   *
   * @param top its domain
   * @param records its records
   * @param gap why there may be more of them
   * @param nameless of which it is not known what names they have
   */
  Zone(DomainName top, List<DnsRecord> records, Optional<String> gap, List<String> nameless) {
    this.top = top;
    this.gap = gap;
    this.unseen = Stream.concat(gap.stream(), nameless.stream()).toList();
    Map<String, Map<String, List<DnsRecord>>> grouped = new HashMap<>();
    for (DnsRecord record : records) {
      Optional<String> type = record.type().asOptional();
      Optional<String> name = record.name().asOptional();
      if (name.isPresent() && type.isPresent()) {
        grouped
            .computeIfAbsent(new DomainName(name.get()).text(), key -> new HashMap<>())
            .computeIfAbsent(type.get(), key -> new ArrayList<>())
            .add(record);
      }
    }
    grouped.forEach(
        (name, byType) -> {
          Map<String, RecordSet> some = new HashMap<>();
          byType.forEach((type, like) -> some.put(type, new RecordSet(like)));
          sets.put(name, some);
        });
    List<DomainName> all =
        Stream.concat(Stream.of(top), grouped.keySet().stream().map(DomainName::new)).toList();
    this.names = new ZoneNames(all, all);
  }

  /**
   * What the zone has for a name and a type.
   *
   * @param outcome what it comes to
   * @param set the records, those of a CNAME if the name has one; empty when there are none
   * @param why the reason for having none
   */
  record Found(Outcome outcome, Optional<RecordSet> set, String why) {

    private static Found none(Outcome outcome, String why) {
      return new Found(outcome, Optional.empty(), why);
    }
  }

  /** Its domain. */
  public DomainName top() {
    return top;
  }

  /** Whether a name is its top or lies below. */
  public boolean contains(DomainName name) {
    return name.equals(top) || name.isBelow(top);
  }

  /** The names that exist in it, those without records of their own too. */
  List<DomainName> existing() {
    return names.existing().stream().filter(this::contains).toList();
  }

  /** Whether that name has records of any type. */
  boolean hasRecords(DomainName name) {
    return sets.containsKey(name.text());
  }

  /** What keeps the wildcard further up from answering for that name. */
  Optional<DomainName> hiding(DomainName name) {
    return names.hiding(name);
  }

  boolean exists(DomainName name) {
    return names.exists(name);
  }

  /** Why there may be more records of a name that has some. */
  public Optional<String> gap() {
    return gap;
  }

  /** Why a name that seems to have no record may have one. */
  public List<String> unseen() {
    return unseen;
  }

  /** The name below which other name servers answer; empty when none do for that name. */
  public Optional<DomainName> delegation(DomainName name) {
    for (DomainName up = name; up.isBelow(top); up = up.parent()) {
      if (sets.getOrDefault(up.text(), Map.of()).containsKey("NS")) {
        return Optional.of(up);
      }
    }
    return Optional.empty();
  }

  /** The name servers that a name is delegated to. */
  public List<String> nameServers(DomainName name) {
    return Optional.ofNullable(sets.getOrDefault(name.text(), Map.of()).get("NS")).stream()
        .flatMap(set -> set.records().stream())
        .flatMap(record -> record.values().asOptional().stream())
        .flatMap(List::stream)
        .toList();
  }

  /** What it has for a name of its own. */
  Found find(DomainName name, String type) {
    Optional<DomainName> elsewhere = delegation(name);
    if (elsewhere.isPresent()) {
      return Found.none(
          Outcome.REFERRAL, "other name servers answer for " + elsewhere.get() + " and below");
    }
    Optional<DomainName> owner = names.owner(name);
    if (owner.isEmpty()) {
      return Found.none(
          Outcome.NXDOMAIN,
          names
              .hiding(name)
              .map(by -> "%s exists and hides the wildcard above it (RFC 4592)".formatted(by))
              .orElse("no record and no wildcard has that name"));
    }
    Map<String, RecordSet> byType = sets.getOrDefault(owner.get().text(), Map.of());
    RecordSet set = byType.getOrDefault(type, byType.get("CNAME"));
    return set == null
        ? Found.none(
            Outcome.NODATA,
            byType.isEmpty()
                ? "%s exists, since names below it do, and has no record".formatted(owner.get())
                : "%s has no %s record".formatted(owner.get(), type))
        : new Found(Outcome.ANSWER, Optional.of(set), "");
  }
}
