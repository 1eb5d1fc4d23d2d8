package dev.atoll.analysis.dns;

import static dev.atoll.facts.Value.known;
import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.analysis.dns.CounterExample.Claim;
import dev.atoll.analysis.dns.cases.DnsCases;
import dev.atoll.analysis.names.DomainName;
import dev.atoll.aws.Region;
import dev.atoll.facts.Fact;
import dev.atoll.facts.Facts;
import dev.atoll.facts.Origin;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Source;
import dev.atoll.facts.Value;
import dev.atoll.facts.dns.DnsRecord;
import dev.atoll.facts.dns.HealthCheck;
import dev.atoll.facts.dns.HostedZone;
import dev.atoll.facts.dns.Routing;
import dev.atoll.facts.loadbalancer.LoadBalancer;
import dev.atoll.facts.model.ServedName;
import dev.atoll.facts.tls.Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The proof by classes says what asking every name, from everywhere, in every state says. */
class DnsProofTest {

  private static final Source SOURCE = new Source(Origin.APPLIED, "made up");
  private static final Ref ZONE = new Ref("zone");
  private static final List<Region> REGIONS =
      List.of(Region.US_EAST_2, Region.US_WEST_2, Region.EU_WEST_1);
  private static final List<String> LABELS = List.of("a", "b", "app", "*");

  /** Names of up to three labels below the top, one of them outside, one deep. */
  private static final List<String> NAMES =
      Stream.of(
              Stream.of("z.io", "other.io", "q.a.b.app.z.io"),
              LABELS.stream().map(one -> one + ".z.io"),
              LABELS.stream().flatMap(one -> LABELS.stream().map(two -> two + "." + one + ".z.io")),
              Stream.of("n.z.io", "n.a.z.io", "n.m.z.io", "n.m.a.z.io", "n.b.a.z.io", "n.*.z.io"))
          .flatMap(names -> names)
          .toList();

  static IntStream seeds() {
    return IntStream.range(0, 400);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theClassesSayWhatEveryNameSays(int seed) {
    Facts facts = world(new Random(seed));
    Route53 route53 = Route53.of(facts);
    Tiers tiers = Tiers.of(facts, route53);
    List<NameClass> classes = NameClass.of(route53, List.of());

    Set<String> byClass =
        classes.stream().map(one -> answers(route53, tiers, one.sample())).collect(toSet());
    Set<String> byName =
        NAMES.stream().map(name -> answers(route53, tiers, new DomainName(name))).collect(toSet());

    assertThat(byClass).containsAll(byName);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theProofSaysWhatEveryQuestionSays(int seed) {
    Facts facts = world(new Random(seed));
    DnsProof proof = DnsProof.of(facts);

    Set<String> naive = naive(facts);

    assertThat(
            proof.counterExamples().stream()
                .map(each -> each.names().pattern() + " " + each.claim())
                .collect(toSet()))
        .as("%s", facts.everything())
        .isEqualTo(naive);
  }

  /** Every world is not the same: some hold, some fail in each way. */
  @Test
  void theWorldsDiffer() {
    Map<String, Long> found =
        seeds()
            .mapToObj(seed -> DnsProof.of(world(new Random(seed))))
            .flatMap(
                proof ->
                    proof.holds().isYes()
                        ? Stream.of("holds")
                        : proof.counterExamples().stream().map(each -> each.claim().name()))
            .collect(Collectors.groupingBy(each -> each, Collectors.counting()));

    assertThat(found).containsOnlyKeys("holds", "ANSWERED", "HEALTHY", "CERTIFIED");
    assertThat(found.values()).allMatch(count -> count > 5);
  }

  /** Without classes, without leaving anything out: what a reader of the claim would do. */
  private static Set<String> naive(Facts facts) {
    Route53 route53 = Route53.of(facts);
    Tiers tiers = Tiers.of(facts, route53);
    Set<String> wrong = new HashSet<>();
    Map<String, Set<Region>> served =
        facts.all(ServedName.class).stream()
            .collect(
                Collectors.groupingBy(
                    ServedName::name, Collectors.mapping(ServedName::region, Collectors.toSet())));
    served.forEach(
        (name, regions) -> {
          String asked = name.replaceFirst("^\\*", "fresh");
          for (int state = 0; state < 1 << REGIONS.size(); state++) {
            Set<Region> down = new TreeSet<>();
            for (int i = 0; i < REGIONS.size(); i++) {
              if ((state >> i & 1) == 1) {
                down.add(REGIONS.get(i));
              }
            }
            for (Region from : Region.all()) {
              Answer answer =
                  route53.answer(new Question(new DomainName(asked), "A", from), tiers.down(down));
              Optional<Region> leads =
                  answer.record().flatMap(record -> tiers.region(record).asOptional());
              if (leads.isEmpty()) {
                wrong.add(name + " " + Claim.ANSWERED);
                continue;
              }
              if (down.contains(leads.get()) && !down.containsAll(regions)) {
                wrong.add(name + " " + Claim.HEALTHY);
              }
              boolean covered =
                  facts.all(Certificate.class).stream()
                      .filter(each -> each.region().equals(known(leads.get())))
                      .flatMap(each -> each.names().asOptional().orElseThrow().stream())
                      .anyMatch(each -> new DomainName(each).certifies(new DomainName(asked)));
              if (!covered) {
                wrong.add(name + " " + Claim.CERTIFIED);
              }
            }
          }
        });
    return wrong;
  }

  private static String answers(Route53 route53, Tiers tiers, DomainName name) {
    return Stream.of(
            Set.<Region>of(),
            Set.of(Region.US_EAST_2),
            Set.of(Region.US_WEST_2),
            Set.copyOf(REGIONS))
        .flatMap(
            down ->
                Stream.of(Region.US_EAST_1, Region.AP_NORTHEAST_1, Region.EU_CENTRAL_1)
                    .map(from -> route53.answer(new Question(name, "A", from), tiers.down(down))))
        .map(answer -> answer.outcome() + answer.record().map(each -> each.ref().key()).orElse(""))
        .collect(Collectors.joining(","));
  }

  private static Facts world(Random random) {
    List<Fact> facts = new ArrayList<>();
    facts.add(new HostedZone(SOURCE, ZONE, known("z.io"), known(false)));
    for (Region region : REGIONS) {
      facts.add(balancer(region));
      facts.add(check(region));
      Set<String> names = new HashSet<>(Set.of("z.io", "*.z.io"));
      names.add(random.nextBoolean() ? "*.a.z.io" : "a.z.io");
      if (random.nextInt(4) > 0) {
        names.addAll(Set.of("*.a.z.io", "a.z.io", "*.b.z.io", "b.z.io"));
      }
      facts.add(certificate(region, names));
    }
    for (String name :
        List.of("z.io", "*.z.io", "a.z.io", "*.a.z.io", "b.a.z.io", "b.z.io", "*.b.z.io")) {
      int kind = random.nextInt(10);
      if (kind < 4) {
        latency(random, name, facts);
      } else if (kind < 6) {
        facts.add(record(name, "A", new Routing.Simple(), any(random), true, Optional.empty()));
      } else if (kind == 6) {
        facts.add(record(name, "TXT", new Routing.Simple(), any(random), false, Optional.empty()));
      }
      if (random.nextInt(3) == 0 && !name.equals("b.a.z.io")) {
        REGIONS.stream()
            .limit(1 + random.nextInt(3))
            .forEach(each -> facts.add(served(name, each)));
      }
    }
    if (facts.stream().noneMatch(ServedName.class::isInstance)) {
      facts.add(served("z.io", Region.US_EAST_2));
    }
    return Facts.of(Origin.APPLIED, facts);
  }

  private static void latency(Random random, String name, List<Fact> facts) {
    for (Region region : REGIONS) {
      if (random.nextInt(6) > 0) {
        Region leads = random.nextInt(8) == 0 ? any(random) : region;
        boolean evaluates = random.nextInt(8) > 0;
        Optional<Region> checked =
            random.nextInt(3) > 0
                ? Optional.of(random.nextInt(8) == 0 ? any(random) : leads)
                : Optional.empty();
        facts.add(record(name, "A", new Routing.Latency(region), leads, evaluates, checked));
      }
    }
  }

  private static Region any(Random random) {
    return REGIONS.get(random.nextInt(REGIONS.size()));
  }

  private static DnsRecord record(
      String name,
      String type,
      Routing routing,
      Region leads,
      boolean evaluates,
      Optional<Region> checked) {
    boolean alias = type.equals("A");
    return new DnsRecord(
        SOURCE,
        new Ref("%s %s %s to %s".formatted(name, type, routing, leads)),
        known(ZONE),
        known(name),
        known(type),
        known(routing),
        known(Optional.of(routing.toString())),
        known(alias ? Optional.of(leads + ".elb.amazonaws.com") : Optional.empty()),
        known(evaluates),
        known(checked.map(each -> new Ref("check " + each))),
        known(alias ? Optional.empty() : Optional.of(Duration.ofMinutes(5))),
        known(alias ? List.of() : List.of("text")));
  }

  private static HealthCheck check(Region region) {
    return new HealthCheck(
        SOURCE,
        new Ref("check " + region),
        known("HTTPS"),
        known(Optional.of(region + ".elb.amazonaws.com")),
        known(443),
        known("/healthz"),
        known(Duration.ofSeconds(30)),
        known(3));
  }

  private static LoadBalancer balancer(Region region) {
    return new LoadBalancer(
        SOURCE,
        new Ref("balancer " + region),
        region,
        "network",
        "internet-facing",
        region + ".elb.amazonaws.com",
        List.of(),
        Set.of(),
        Map.of(),
        Map.of());
  }

  private static Certificate certificate(Region region, Set<String> names) {
    return new Certificate(
        SOURCE,
        new Ref("certificate " + region),
        known(region),
        known(names),
        known(Certificate.Status.ISSUED),
        known(Certificate.Validation.DNS),
        Value.known(Set.of()));
  }

  private static ServedName served(String name, Region region) {
    return new ServedName(
        SOURCE,
        new Ref(name + " in " + region),
        name,
        region,
        ServedName.Owner.CODER,
        ServedName.Purpose.REGIONAL,
        Set.of());
  }

  private static <T> java.util.stream.Collector<T, ?, Set<T>> toSet() {
    return Collectors.toSet();
  }

  /** One of the table's worlds, in full. */
  @Test
  void aWorldOfTheTableHoldsButForItsCertificates() {
    Facts facts = DnsCases.table().get(0).facts();

    DnsProof proof = DnsProof.of(facts, regions -> true, Set.of(Claim.ANSWERED, Claim.HEALTHY));

    assertThat(proof.holds().isYes()).as("%s", proof).isTrue();
    assertThat(proof.regions()).containsExactlyInAnyOrder(Region.US_EAST_2, Region.US_WEST_2);
    assertThat(proof.combinations()).isEqualTo(4);
    assertThat(DnsProof.of(facts).counterExamples())
        .isNotEmpty()
        .allMatch(each -> each.claim() == Claim.CERTIFIED);
  }

  /** A Region to which no record leads may still take one out, by the check that asks there. */
  @Test
  void aCheckThatAsksAThirdRegionCounts() {
    Facts facts =
        DnsCases.read(
                List.of(
                    "source here https://example.com",
                    "zone example.com",
                    "balancer ohio us-east-2",
                    "balancer oregon us-west-2",
                    "balancer dublin eu-west-1",
                    "check astray asks dublin.elb.eu-west-1.amazonaws.com",
                    "record example.com A latency us-east-2 alias ohio evaluates check astray",
                    "record example.com A latency us-west-2 alias oregon evaluates",
                    "ask example.com A from us-east-2 -> ohio ttl 60 [here]"))
            .get(0)
            .facts();

    DnsProof proof = DnsProof.of(facts, regions -> true, Set.of(Claim.HEALTHY));

    assertThat(proof.counterExamples())
        .extracting(CounterExample::down)
        .containsExactly(Set.of(Region.EU_WEST_1, Region.US_WEST_2));
  }

  @Test
  void allCombinationsOfTwelveRegionsAndThreeFailuresBeyond() {
    Set<Region> twelve = Set.copyOf(Region.all().subList(0, 12));
    Set<Region> all = Set.copyOf(Region.all());

    assertThat(new Combinations(twelve).count()).isEqualTo(4096);
    assertThat(new Combinations(twelve).among(twelve)).hasSize(4096).doesNotHaveDuplicates();
    assertThat(new Combinations(all).count()).isEqualTo(1 + 33 + 528 + 5456);
    assertThat(new Combinations(all).among(all))
        .hasSize(6018)
        .doesNotHaveDuplicates()
        .first()
        .isEqualTo(Set.of());
    assertThat(new Combinations(all).among(Region.all().subList(0, 2))).hasSize(4);
  }
}
