package dev.atoll.itest.twin.coder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.itest.twin.database.PostgreSql;
import dev.atoll.itest.twin.http.Question;
import dev.atoll.itest.twin.standin.Behaviour;
import dev.atoll.itest.twin.standin.Stage;
import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The stand-in for Coder does what its table says, and nothing that the table does not say. */
class CoderStandInTest {

  private static PostgreSql postgres;

  @BeforeAll
  static void startDatabase() {
    postgres = PostgreSql.start();
  }

  @AfterAll
  static void stopDatabase() {
    postgres.close();
  }

  static List<Behaviour> lines() {
    return Behaviour.ofCoder();
  }

  @ParameterizedTest
  @MethodSource("lines")
  void itDoesWhatTheLineSays(Behaviour line) throws IOException {
    try (Stage stage = new Stage(postgres);
        CoderScript script = new CoderScript(stage)) {
      script.play(line);
    }
  }

  @Test
  void everyRouteHasALine() throws IOException {
    try (Stage stage = new Stage(postgres);
        CoderScript script = new CoderScript(stage)) {
      script.start(Map.of(), "");
      assertThat(script.server(0).routes().names()).allMatch(route -> isAsked(route, false));
      script.act("proxy");
      assertThat(script.proxy().routes().names()).allMatch(route -> isAsked(route, true));
    }
    assertThat(isAsked("GET /api/v2/invented", false)).isFalse();
  }

  private static boolean isAsked(String route, boolean byProxy) {
    return lines().stream()
        .flatMap(line -> Arrays.stream(line.request().split(" then ", -1)))
        .filter(step -> step.contains("://"))
        .map(step -> step.replace("{state}", "s").split(";", -1)[0].split(" ", -1))
        .filter(words -> words[1].contains("us-west-2.coderdemo.io") == byProxy)
        .anyMatch(words -> Routes.fits(route, question(words[0], URI.create(words[1]))));
  }

  private static Question question(String method, URI uri) {
    return new Question(
        method, uri.getHost(), uri.getPath(), Map.of(), Map.of(), Map.of(), "", "", false);
  }

  /** Those of a proxy are set whenever there is one, and those of the database for two replicas. */
  @Test
  void everySettingHasALine() {
    Set<String> changed =
        lines().stream()
            .flatMap(line -> Arrays.stream(line.given().split("[;=]| ", -1)))
            .map(String::strip)
            .filter(word -> word.startsWith("CODER_"))
            .collect(Collectors.toSet());
    changed.addAll(
        Set.of("CODER_PRIMARY_ACCESS_URL", "CODER_PROXY_SESSION_TOKEN", "CODER_PG_CONNECTION_URL"));
    assertThat(changed).isEqualTo(Configuration.VARIABLES);
  }

  @Test
  void everyLineHasANameOfItsOwnAndAFileOfCoderAsItsSource() {
    assertThat(lines()).extracting(Behaviour::name).doesNotHaveDuplicates().hasSizeGreaterThan(90);
    assertThat(lines())
        .extracting(Behaviour::source)
        .allMatch(
            source -> source.matches("https://github\\.com/coder/coder/blob/v2\\.27\\.0/.+\\.go"));
  }
}
