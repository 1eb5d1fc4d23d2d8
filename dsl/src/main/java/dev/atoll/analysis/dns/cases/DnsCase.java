package dev.atoll.analysis.dns.cases;

import dev.atoll.analysis.dns.Answer;
import dev.atoll.analysis.dns.Health;
import dev.atoll.analysis.dns.Outcome;
import dev.atoll.analysis.dns.Question;
import dev.atoll.analysis.dns.Route53;
import dev.atoll.analysis.dns.Tiers;
import dev.atoll.aws.Region;
import dev.atoll.facts.Facts;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Truth;
import dev.atoll.facts.dns.DnsRecord;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * One question and the answer that Route 53's documentation gives.
 *
 * @param line where it stands in the table
 * @param world what there is, in words
 * @param facts what there is
 * @param balancers the load balancers, by their DNS names
 * @param question the question
 * @param down the Regions that are down
 * @param sick the DNS names of load balancers that are unhealthy though their Region is up
 * @param failing the health checks that fail though their Region is up
 * @param expected the answer, as {@link #show} puts it
 * @param source who says so
 */
public record DnsCase(
    int line,
    String world,
    Facts facts,
    Map<String, String> balancers,
    Question question,
    Set<Region> down,
    Set<String> sick,
    Set<Ref> failing,
    String expected,
    URI source) {

  public DnsCase {
    balancers = Map.copyOf(balancers);
    down = Set.copyOf(down);
    sick = Set.copyOf(sick);
    failing = Set.copyOf(failing);
  }

  /** What Route 53 knows at that moment. */
  public Health health() {
    Health regions = Tiers.of(facts, Route53.of(facts)).down(down);
    return new Health() {
      @Override
      public Truth target(String dnsName) {
        return sick.contains(dnsName) ? Truth.NO : regions.target(dnsName);
      }

      @Override
      public Truth check(Ref healthCheck) {
        return failing.contains(healthCheck) ? Truth.NO : regions.check(healthCheck);
      }
    };
  }

  /** What the analysis answers. */
  public Answer answer() {
    return Route53.of(facts).answer(question, health());
  }

  /** An answer in the words of the table: {@code cname www.example.com ohio ttl 60}. */
  public String show(Answer answer) {
    if (!answer.open().isEmpty()) {
      return "open";
    }
    List<String> words = new ArrayList<>();
    for (DnsRecord record : answer.links().stream().map(Answer.Link::record).toList()) {
      boolean follows = record.type().is("CNAME"::equals).isYes();
      if (follows) {
        words.add("cname");
      }
      if (follows || record.equals(answer.record().orElseThrow())) {
        words.addAll(leads(record));
      }
    }
    if (answer.outcome() != Outcome.ANSWER) {
      words.add(answer.outcome().name().toLowerCase(Locale.ROOT));
    }
    if (!answer.links().isEmpty()) {
      words.add("ttl " + answer.ttl().toSeconds());
    }
    return String.join(" ", words);
  }

  private List<String> leads(DnsRecord record) {
    return record
        .alias()
        .asOptional()
        .flatMap(alias -> alias)
        .map(alias -> List.of(balancers.getOrDefault(alias, alias)))
        .orElseGet(() -> record.values().asOptional().orElse(List.of()));
  }

  @Override
  public String toString() {
    return "line %d: %s, %s -> %s".formatted(line, world, question, expected);
  }
}
