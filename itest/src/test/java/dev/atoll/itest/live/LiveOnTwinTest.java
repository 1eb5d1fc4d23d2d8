package dev.atoll.itest.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.aws.Region;
import dev.atoll.facts.Facts;
import dev.atoll.facts.Value;
import dev.atoll.facts.network.Ingress;
import dev.atoll.facts.tls.Certificate;
import dev.atoll.itest.dns.StubResolver;
import dev.atoll.itest.twin.Changed;
import dev.atoll.itest.twin.RunningTwin;
import dev.atoll.itest.twin.SmallWorld;
import dev.atoll.itest.twin.client.TwinClient;
import dev.atoll.itest.twin.database.PostgreSql;
import dev.atoll.itest.twin.pod.SecretValues;
import dev.atoll.practice.Asked;
import dev.atoll.practice.Catalogue;
import dev.atoll.practice.Judgement;
import dev.atoll.practice.Practice;
import dev.atoll.practice.Verdict;
import dev.atoll.traffic.Client;
import dev.atoll.traffic.Internet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The assertions of a live deployment, asked of a twin with the client of live deployments: its own
 * HTTP over real TLS, names from the twin's name server, certificates of the twin's authority, and
 * verdicts that are those of the twin's own clients.
 */
class LiveOnTwinTest {

  private static final Region OHIO = Region.US_EAST_2;
  private static final Region OREGON = Region.US_WEST_2;

  /** Far and near, and one where nothing of the deployment is. */
  private static final List<Region> PLACES = List.of(OHIO, OREGON, Region.EU_CENTRAL_1);

  @TempDir private static Path folder;
  private static PostgreSql postgres;

  @BeforeAll
  static void start() {
    postgres = PostgreSql.start();
  }

  @AfterAll
  static void stop() {
    postgres.close();
  }

  private static RunningTwin twin(Facts facts) {
    return twin(facts, SmallWorld.secrets());
  }

  private static RunningTwin twin(Facts facts, SecretValues secrets) {
    return RunningTwin.of(facts).database(postgres).secrets(secrets).start();
  }

  /** A live client where a client of the twin stands. */
  private static LiveInternet live(RunningTwin twin, Region place, Budget budget) {
    try {
      Path authority = Files.writeString(folder.resolve("authority.pem"), twin.authority());
      TwinClient there = twin.from(place);
      return LiveInternet.near(place, budget)
          .believing(authority)
          .asking(StubResolver.from(InetAddress.getByName(there.address()), twin.nameServer()))
          .over(there::socket);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Clients in some Regions, of whatever kind. */
  private record Somewhere(Map<Region, Client> clients) implements Internet {
    static Somewhere of(List<Region> places, Function<Region, Client> client) {
      Map<Region, Client> clients = new TreeMap<>();
      places.forEach(place -> clients.put(place, client.apply(place)));
      return new Somewhere(clients);
    }

    @Override
    public Set<Region> places() {
      return clients.keySet();
    }

    @Override
    public Client from(Region region) {
      return clients.get(region);
    }
  }

  private static Map<String, Verdict> verdicts(Internet internet, Facts facts) {
    Map<String, Verdict> verdicts = new TreeMap<>();
    for (Practice practice : Catalogue.all()) {
      if (practice instanceof Asked asked) {
        Judgement judgement = asked.ask(internet, facts);
        verdicts.put(practice.about().id(), judgement.verdict());
      }
    }
    return verdicts;
  }

  private static List<String> with(Verdict verdict, Map<String, Verdict> verdicts) {
    return verdicts.keySet().stream().filter(id -> verdicts.get(id) == verdict).toList();
  }

  /** Asks from all those places, and then as somebody who stands at one; what the former say. */
  private static Map<String, Verdict> agreed(Facts facts) {
    return agreed(twin(facts));
  }

  private static Map<String, Verdict> agreed(RunningTwin started) {
    try (RunningTwin twin = started) {
      Budget budget = Budget.of(Duration.ZERO, 10_000);
      Map<String, Verdict> everywhere =
          verdicts(
              Somewhere.of(PLACES, place -> live(twin, place, budget).from(place)), twin.facts());
      assertThat(budget.spent()).as("requests over HTTPS").isGreaterThan(10);
      assertThat(everywhere)
          .as("asked from %s", PLACES)
          .isEqualTo(verdicts(Somewhere.of(PLACES, twin::from), twin.facts()));
      for (Region alone : List.of(OHIO, Region.EU_CENTRAL_1)) {
        assertThat(verdicts(live(twin, alone, budget), twin.facts()))
            .as("asked from %s alone", alone)
            .isEqualTo(verdicts(Somewhere.of(List.of(alone), twin::from), twin.facts()));
      }
      return everywhere;
    }
  }

  @Test
  void whatIsWellPasses() {
    Map<String, Verdict> verdicts = agreed(SmallWorld.facts());

    assertThat(verdicts)
        .containsOnlyKeys("CDR-1", "CDR-5", "CDR-6", "DNS-10", "DNS-7", "LB-2")
        .allSatisfy((id, verdict) -> assertThat(verdict).as(id).isEqualTo(Verdict.PASS));
  }

  static Stream<Arguments> breaks() {
    Facts well = SmallWorld.facts();
    return Stream.of(
        Arguments.of(
            "every Region sends visitors to the access URL",
            Changed.telling(well, "CODER_REDIRECT_TO_ACCESS_URL", "true"),
            List.of("CDR-1")),
        Arguments.of(
            "the relay is off",
            Changed.telling(
                Changed.telling(well, "CODER_DERP_CONFIG_PATH", "/etc/derp-map.json"),
                "CODER_DERP_SERVER_ENABLE",
                "false"),
            List.of("CDR-5")),
        Arguments.of(
            "LiteLLM has no record",
            Changed.withoutRecordsOf(well, "llm.example.com"),
            List.of("DNS-10")),
        Arguments.of(
            "the access URL has no record",
            Changed.withoutRecordsOf(well, "example.com"),
            List.of("DNS-7")),
        Arguments.of(
            "a certificate is for other names", withoutItsName(well, OREGON), List.of("LB-2")),
        Arguments.of("a Region is closed to visitors", closed(well), List.of("LB-2")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("breaks")
  void whatIsBrokenFailsItsRow(String what, Facts facts, List<String> failing) {
    assertThat(with(Verdict.FAIL, agreed(facts))).as(what).isEqualTo(failing);
  }

  /** What they are told is the same; where it leads is not. */
  @Test
  void aRegionWithADatabaseOfItsOwnIsAnotherDeployment() {
    SecretValues secrets =
        (secret, key) ->
            SmallWorld.secrets()
                .value(secret, key)
                .map(
                    value ->
                        secret.region().equals(OREGON)
                            ? value.replace("/coder?", "/coder_in_oregon?")
                            : value);

    assertThat(with(Verdict.FAIL, agreed(twin(SmallWorld.facts(), secrets))))
        .containsExactly("CDR-6");
  }

  private static Facts withoutItsName(Facts facts, Region region) {
    return Changed.each(
        facts,
        Certificate.class,
        it ->
            it.region().is(region::equals).isYes()
                ? new Certificate(
                    it.source(),
                    it.ref(),
                    it.region(),
                    Value.known(Set.of("elsewhere.example.org")),
                    it.status(),
                    it.validation(),
                    it.validatedBy())
                : it);
  }

  private static Facts closed(Facts facts) {
    return facts.without(
        fact ->
            fact instanceof Ingress
                && fact.ref().key().equals("rule us_west_2_coder from anywhere"));
  }

  /** Another authority's certificate is not believed, and nothing is sent. */
  @Test
  void whoeverNamesNoAuthorityIsNotAnswered() {
    try (RunningTwin twin = twin(SmallWorld.facts())) {
      TwinClient there = twin.from(OHIO);
      LiveInternet stranger =
          LiveInternet.near(OHIO, Budget.of(Duration.ZERO, 1000))
              .asking(there::resolve)
              .over(there::socket);

      assertThat(with(Verdict.PASS, verdicts(stranger, twin.facts()))).containsExactly("DNS-7");
      assertThat(with(Verdict.FAIL, verdicts(stranger, twin.facts()))).containsExactly("LB-2");
    }
  }

  /** Nothing of it needs more than what the command line allows. */
  @Test
  void theUsualBudgetIsEnough() {
    try (RunningTwin twin = twin(SmallWorld.facts())) {
      Budget budget = Budget.of(Duration.ZERO, 200);

      assertThat(verdicts(live(twin, OHIO, budget), twin.facts()))
          .doesNotContainValue(Verdict.UNKNOWN);
      assertThat(budget.spent()).isLessThan(50);
    }
  }
}
