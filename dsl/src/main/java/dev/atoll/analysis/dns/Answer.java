package dev.atoll.analysis.dns;

import dev.atoll.analysis.names.DomainName;
import dev.atoll.facts.dns.DnsRecord;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What Route 53 answers.
 *
 * @param outcome what it comes to
 * @param links the CNAMEs on the way and the record at the end; empty when there is none
 * @param why the reason for an answer without records, as half a sentence; empty otherwise
 * @param unseen what was not seen that may change it; empty when everything was
 */
public record Answer(Outcome outcome, List<Link> links, String why, List<String> unseen) {

  /**
   * One record of an answer.
   *
   * @param asked the name that it answers, which for a wildcard is not its own
   * @param choice why this one
   * @param ttl how long resolvers may keep it
   */
  public record Link(DomainName asked, Choice choice, Duration ttl) {

    /** The record. */
    public DnsRecord record() {
      return choice.record();
    }

    /** Whether a wildcard answers for a name that has no record of its own. */
    public boolean isSynthesized() {
      return record().name().is(name -> !new DomainName(name).equals(asked)).isYes();
    }

    List<String> reasons() {
      return Stream.concat(
              isSynthesized()
                  ? Stream.of(
                      "%s does not exist, so %s answers for it (RFC 4592)"
                          .formatted(asked, record().name().show()))
                  : Stream.empty(),
              choice.reasons().stream())
          .toList();
    }
  }

  public Answer {
    links = List.copyOf(links);
    unseen = List.copyOf(unseen);
  }

  /** The last record, which has the address; empty when there is none. */
  public Optional<DnsRecord> record() {
    return links.isEmpty() ? Optional.empty() : Optional.of(links.get(links.size() - 1).record());
  }

  /** How long a resolver may keep all of it; zero for an answer without records. */
  public Duration ttl() {
    return links.stream().map(Link::ttl).min(Comparator.naturalOrder()).orElse(Duration.ZERO);
  }

  /** What would decide it; empty when it is decided. */
  public List<String> open() {
    return Stream.concat(
            links.stream().flatMap(link -> link.choice().open().stream()), unseen.stream())
        .distinct()
        .toList();
  }

  /** The reasons, one half sentence each. */
  public List<String> reasons() {
    return Stream.concat(
            links.stream().flatMap(link -> link.reasons().stream()),
            Stream.of(why).filter(text -> !text.isEmpty()))
        .toList();
  }

  /** One line: what it comes to, the record, where it leads, the TTL. */
  @Override
  public String toString() {
    return record()
        .map(
            record ->
                "%s by %s (%s), TTL %d s"
                    .formatted(
                        leadsTo(record), record.name().show(), record.ref(), ttl().toSeconds()))
        .orElseGet(() -> outcome + (why.isEmpty() ? "" : ": " + why));
  }

  private static String leadsTo(DnsRecord record) {
    return record
        .alias()
        .fold(
            alias -> alias.orElseGet(() -> record.values().map(v -> String.join(", ", v)).show()),
            why -> "unknown (" + why + ")");
  }
}
