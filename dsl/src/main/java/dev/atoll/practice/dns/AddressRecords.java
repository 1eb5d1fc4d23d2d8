package dev.atoll.practice.dns;

import dev.atoll.facts.Facts;
import dev.atoll.facts.Ref;
import dev.atoll.facts.dns.DnsRecord;
import dev.atoll.facts.dns.HostedZone;
import dev.atoll.practice.Inspection;
import dev.atoll.practice.Judgement;
import dev.atoll.practice.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether there is anything yet that answers for a name. */
final class AddressRecords {

  static final String NONE = "there is no record yet that leads to a load balancer";

  private static final int SHOWN = 3;

  private AddressRecords() {}

  /** The CNAMEs by which ACM validates names begin with an underscore and answer for nobody. */
  static boolean areThere(Facts facts) {
    return facts.all(DnsRecord.class).stream()
        .anyMatch(
            record ->
                record.type().is("CNAME"::equals).isYes()
                    ? record.name().is(name -> !name.startsWith("_")).isYes()
                    : record.leadsToAddress().isYes());
  }

  /**
   * What an inspection comes to. Where it looked at nothing although there are records, because
   * their hosted zone was not read, that is no answer but an open question.
   *
   * @param nothing why there may have been nothing to look at
   */
  static Judgement judgement(Inspection inspection, Facts facts, String nothing) {
    Judgement judgement = inspection.judgement(nothing);
    return judgement.verdict() == Verdict.NOT_APPLICABLE
        ? unread(facts).map(Judgement::unknown).orElse(judgement)
        : judgement;
  }

  private static Optional<String> unread(Facts facts) {
    Set<Ref> zones =
        facts.all(HostedZone.class).stream().map(HostedZone::ref).collect(Collectors.toSet());
    List<String> names =
        facts.all(DnsRecord.class).stream()
            .filter(record -> record.leadsToAddress().isYes())
            .filter(record -> record.zone().asOptional().filter(zones::contains).isEmpty())
            .flatMap(record -> record.name().asOptional().stream())
            .filter(name -> !name.startsWith("_"))
            .distinct()
            .sorted()
            .toList();
    return names.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "the hosted zone of %s%s was not read, so that nobody knows all that it answers"
                .formatted(
                    names.stream().limit(SHOWN).collect(Collectors.joining(", ")),
                    names.size() > SHOWN ? " and %d more".formatted(names.size() - SHOWN) : ""));
  }
}
