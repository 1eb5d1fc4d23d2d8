package dev.atoll.practice.dns;

import dev.atoll.analysis.names.DomainName;
import dev.atoll.analysis.names.ZoneNames;
import dev.atoll.aws.Region;
import dev.atoll.facts.Facts;
import dev.atoll.facts.dns.DnsRecord;
import dev.atoll.facts.dns.HostedZone;
import dev.atoll.facts.dns.Routing;
import dev.atoll.facts.model.ServedName;
import dev.atoll.facts.model.ServedName.Purpose;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which names are to be answered for which Regions, and by which records. What a topology wants, it
 * says; of a stranger's deployment, the names and the Regions are those of its own records.
 */
record Zones(Facts facts) {

  /** The names of these purposes with their Regions. */
  Map<String, Set<Region>> wanted(Purpose... purposes) {
    Set<Purpose> some = Set.of(purposes);
    Map<String, Set<Region>> wanted = new TreeMap<>();
    for (ServedName served : topology().all(ServedName.class).facts()) {
      if (some.contains(served.purpose())) {
        wanted.computeIfAbsent(served.name(), name -> new TreeSet<>()).add(served.region());
      }
    }
    return wanted;
  }

  /** Whether a topology says what is wanted. */
  boolean areIntended() {
    return !topology().all(ServedName.class).facts().isEmpty();
  }

  private Facts topology() {
    return facts.intended().orElse(facts);
  }

  /** The names at, or one label below, the top of the public zones that answer by latency. */
  Map<String, Set<Region>> byLatency(boolean wildcard) {
    Set<String> tops =
        facts.all(HostedZone.class).stream()
            .filter(zone -> !zone.isPrivate().is(Boolean::booleanValue).isYes())
            .flatMap(zone -> zone.name().asOptional().stream())
            .map(name -> wildcard ? new DomainName(name).wildcard().text() : name)
            .collect(Collectors.toSet());
    Map<String, Set<Region>> found = new TreeMap<>();
    for (DnsRecord record : addresses().toList()) {
      String name = record.name().asOptional().orElse("");
      Optional<Region> region = region(record);
      if (tops.contains(name) && region.isPresent()) {
        found.computeIfAbsent(name, key -> new TreeSet<>()).add(region.get());
      }
    }
    return found;
  }

  private Stream<DnsRecord> addresses() {
    return facts.all(DnsRecord.class).stream().filter(each -> each.leadsToAddress().isYes());
  }

  /** The Region of a latency record. */
  static Optional<Region> region(DnsRecord record) {
    return record
        .routing()
        .asOptional()
        .filter(Routing.Latency.class::isInstance)
        .map(routing -> ((Routing.Latency) routing).region());
  }

  /** The records with an address that have just that name. */
  List<DnsRecord> named(String name) {
    return addresses().filter(record -> record.name().is(name::equals).isYes()).toList();
  }

  /** The records by which a name is answered: its own, or those of the wildcard that covers it. */
  List<DnsRecord> answering(String name) {
    Collection<DomainName> all =
        facts.all(DnsRecord.class).stream()
            .flatMap(record -> record.name().asOptional().stream())
            .map(DomainName::new)
            .toList();
    Collection<DomainName> addressed =
        addresses()
            .flatMap(record -> record.name().asOptional().stream())
            .map(DomainName::new)
            .toList();
    return new ZoneNames(all, addressed)
        .answering(new DomainName(name))
        .map(answer -> named(answer.text()))
        .orElse(List.of());
  }

  /** Why a record may not have been seen. */
  Optional<String> gap() {
    return facts.all(DnsRecord.class).gap();
  }
}
