package dev.atoll.analysis.names;

import dev.atoll.facts.Facts;
import dev.atoll.facts.Seen;
import dev.atoll.facts.Truth;
import dev.atoll.facts.dns.DnsRecord;
import dev.atoll.facts.model.ServedName;
import dev.atoll.facts.tls.Certificate;
import dev.atoll.facts.tls.Certificate.Status;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Name coverage: every served name × the record that answers × the certificate that is shown × what
 * Coder serves there. Which names are served, and how Coder is configured, the topology says;
 * records and certificates are those of the facts.
 */
public final class NameCoverage {

  private final Seen<Certificate> certificates;
  private final List<ServedName> served;
  private final ZoneNames zone;
  private final Optional<String> unseenRecords;
  private final CoderService coder;

  private NameCoverage(Facts facts) {
    Facts topology = facts.intended().orElse(facts);
    Seen<DnsRecord> records = facts.all(DnsRecord.class);
    this.certificates = facts.all(Certificate.class);
    this.served = topology.all(ServedName.class).facts();
    this.zone =
        new ZoneNames(
            names(records.stream()),
            names(records.stream().filter(record -> record.leadsToAddress().isYes())));
    this.unseenRecords =
        records.gap().or(() -> records.stream().flatMap(NameCoverage::nameless).findFirst());
    this.coder = new CoderService(topology);
  }

  /** The coverage of the names that the facts, or the topology they are compared with, serve. */
  public static NameCoverage of(Facts facts) {
    return new NameCoverage(facts);
  }

  private static List<DomainName> names(Stream<DnsRecord> records) {
    return records
        .flatMap(record -> record.name().asOptional().stream())
        .map(DomainName::new)
        .toList();
  }

  private static Stream<String> nameless(DnsRecord record) {
    return record.leadsToAddress().isNo()
        ? Stream.empty()
        : record
            .name()
            .<Stream<String>>fold(
                name -> Stream.empty(),
                why -> Stream.of("the name of " + record.ref() + ": " + why));
  }

  /** What a client finds, name by name. */
  public List<NameAnswer> answers() {
    return served.stream().map(this::answer).toList();
  }

  /** The same for the names of one purpose, or of one out of several. */
  public List<NameAnswer> answers(ServedName.Purpose... purposes) {
    List<ServedName.Purpose> wanted = List.of(purposes);
    return answers().stream().filter(one -> wanted.contains(one.served().purpose())).toList();
  }

  private NameAnswer answer(ServedName name) {
    DomainName asked = new DomainName(name.name());
    Optional<DomainName> record = zone.answering(asked);
    return new NameAnswer(
        name,
        record.isPresent() ? Truth.YES : unseenRecords.map(Truth::open).orElse(Truth.NO),
        record,
        record.isPresent() ? Optional.empty() : zone.hiding(asked),
        certified(name),
        certificates(name).map(Certificate::ref).toList(),
        coder.apps(name),
        coder.login(name));
  }

  /** Whether an issued certificate of the Region covers a name; open when that cannot be seen. */
  private Truth certified(ServedName name) {
    Truth some =
        Truth.any(
            certificates.stream(),
            one ->
                covers(one, name)
                    .and(one.region().is(name.region()::equals))
                    .and(one.status().is(Status.ISSUED::equals)));
    return some.or(certificates.gap().map(Truth::open).orElse(Truth.NO));
  }

  private Stream<Certificate> certificates(ServedName name) {
    return certificates.stream()
        .filter(one -> one.region().is(name.region()::equals).isYes())
        .filter(one -> covers(one, name).isYes());
  }

  private static Truth covers(Certificate certificate, ServedName served) {
    DomainName name = new DomainName(served.name());
    return certificate
        .names()
        .is(names -> names.stream().map(DomainName::new).anyMatch(one -> one.certifies(name)));
  }
}
