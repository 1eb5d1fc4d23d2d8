package dev.atoll.practice.dns;

import static dev.atoll.practice.Citation.bestPractices;
import static dev.atoll.practice.Citation.page;

import dev.atoll.analysis.dns.Answer;
import dev.atoll.analysis.dns.Destinations;
import dev.atoll.analysis.dns.Destinations.Destination;
import dev.atoll.analysis.dns.Health;
import dev.atoll.analysis.dns.Outcome;
import dev.atoll.analysis.dns.Question;
import dev.atoll.analysis.dns.Route53;
import dev.atoll.analysis.names.DomainName;
import dev.atoll.facts.Facts;
import dev.atoll.facts.Truth;
import dev.atoll.facts.Value;
import dev.atoll.facts.dns.DnsRecord;
import dev.atoll.facts.model.ServedName;
import dev.atoll.facts.model.ServedName.Owner;
import dev.atoll.practice.About;
import dev.atoll.practice.Asked;
import dev.atoll.practice.EvidenceKind;
import dev.atoll.practice.Inspection;
import dev.atoll.practice.Judgement;
import dev.atoll.practice.Subject;
import dev.atoll.traffic.Internet;
import java.util.List;
import java.util.Optional;

/** DNS-10. Which name is LiteLLM's, the topology says. */
public final class OwnRecordWins implements Asked {

  private static final About ABOUT =
      About.practice("DNS-10", "llm.coderdemo.io has its own record, which wins over the wildcard")
          .subject(Subject.LITELLM)
          .from(
              bestPractices("LiteLLM Integration Architecture, Decision"),
              page(
                  "RFC 4592, the role of wildcards in DNS",
                  "https://www.rfc-editor.org/rfc/rfc4592"))
          .because(
              "Without a record of its own the name falls under the wildcard: model calls reach"
                  + " Coder, which answers with HTML and status 200, and clients fail to parse it.")
          .fix("Add an alias record for the LiteLLM name to LiteLLM's load balancer.")
          .wants(EvidenceKind.TRAFFIC);

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Judgement judge(Facts facts) {
    Inspection inspection = new Inspection(ABOUT);
    if (!AddressRecords.areThere(facts)) {
      return inspection.judgement(AddressRecords.NONE);
    }
    Route53 route53 = Route53.of(facts);
    List<ServedName> served =
        facts.intended().orElse(facts).all(ServedName.class).stream().toList();
    served.stream()
        .filter(name -> name.owner() == Owner.LITELLM)
        .forEach(name -> judge(inspection, facts, route53, served, name));
    return inspection.judgement("nothing says that LiteLLM has a public name");
  }

  @Override
  public Judgement ask(Internet internet, Facts facts) {
    return OwnRecordAsked.ask(ABOUT, internet, facts);
  }

  private static void judge(
      Inspection inspection,
      Facts facts,
      Route53 route53,
      List<ServedName> served,
      ServedName name) {
    inspection.look("name of LiteLLM");
    Answer answer = answer(route53, name);
    if (answer.outcome() != Outcome.ANSWER) {
      // A record that was not seen may be the one.
      Truth seen = answer.open().stream().map(Truth::open).reduce(Truth.NO, Truth::or);
      inspection.require(
          seen, "%s has no address: %s".formatted(name.name(), answer.why()), name.source());
      return;
    }
    answer.open().forEach(inspection::undecided);
    Answer.Link first = answer.links().get(0);
    if (first.isSynthesized()) {
      Truth seen =
          route53.zone(new DomainName(name.name())).stream()
              .flatMap(zone -> zone.unseen().stream())
              .map(Truth::open)
              .reduce(Truth.NO, Truth::or);
      inspection.require(
          seen,
          "%s has no record of its own: %s answers for it"
              .formatted(name.name(), first.record().name().show()),
          first.record().source());
      return;
    }
    leadsToLiteLlm(inspection, Destinations.of(facts), route53, served, name, answer);
  }

  /** Its load balancer is nobody else's. */
  private static void leadsToLiteLlm(
      Inspection inspection,
      Destinations destinations,
      Route53 route53,
      List<ServedName> served,
      ServedName name,
      Answer answer) {
    Optional<Destination> lead = answer.record().flatMap(each -> lead(destinations, each));
    served.stream()
        .filter(other -> other.owner() != Owner.LITELLM && lead.isPresent())
        .filter(
            other ->
                answer(route53, other)
                    .record()
                    .flatMap(each -> lead(destinations, each))
                    .equals(lead))
        .findFirst()
        .ifPresent(
            other ->
                inspection.violation(
                    "%s leads to %s, where %s answer for %s"
                        .formatted(name.name(), lead.get(), other.owner(), other.name()),
                    answer.record().map(DnsRecord::source).orElse(name.source())));
    answer
        .record()
        .map(destinations::of)
        .map(each -> each.is(any -> true))
        .map(Truth::open)
        .ifPresent(open -> open.forEach(inspection::undecided));
  }

  private static Optional<Destination> lead(Destinations destinations, DnsRecord record) {
    Value<Destination> lead = destinations.of(record);
    return lead.asOptional();
  }

  /** The answer in the Region that serves the name. */
  private static Answer answer(Route53 route53, ServedName name) {
    DomainName asked = new DomainName(name.name()).sample();
    return route53.answer(new Question(asked, "A", name.region()), Health.ALL_WELL);
  }
}
