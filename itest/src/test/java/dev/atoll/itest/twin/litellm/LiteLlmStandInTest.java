package dev.atoll.itest.twin.litellm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.itest.twin.database.PostgreSql;
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

/** The stand-in for LiteLLM does what its table says, and nothing that the table does not say. */
class LiteLlmStandInTest {

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
    return Behaviour.ofLiteLlm();
  }

  @ParameterizedTest
  @MethodSource("lines")
  void itDoesWhatTheLineSays(Behaviour line) throws IOException {
    try (Stage stage = new Stage(postgres);
        LiteLlmScript script = new LiteLlmScript(stage)) {
      script.play(line);
    }
  }

  @Test
  void everyRouteHasALine() throws IOException {
    Set<String> asked =
        lines().stream()
            .flatMap(line -> Arrays.stream(line.request().split(" then ")))
            .filter(step -> step.contains("://"))
            .map(step -> step.split(";", -1)[0].split(" ", -1))
            .map(words -> words[0] + " " + URI.create(words[1]).getPath())
            .collect(Collectors.toSet());
    try (Stage stage = new Stage(postgres);
        LiteLlmScript script = new LiteLlmScript(stage)) {
      script.start(Map.of(), "");
      assertThat(asked).containsAll(script.server(0).routes());
    }
    assertThat(asked).doesNotContain("GET /invented");
  }

  @Test
  void everySettingHasALine() {
    Set<String> changed =
        lines().stream()
            .flatMap(line -> Arrays.stream(line.given().split("[;=]| ")))
            .map(String::strip)
            .filter(word -> word.matches("[A-Z_]{4,}"))
            .collect(Collectors.toSet());
    assertThat(changed).isEqualTo(LiteLlmServer.VARIABLES);
  }

  @Test
  void everyLineHasANameOfItsOwnAndAFileOfThePackageAsItsSource() {
    assertThat(lines()).extracting(Behaviour::name).doesNotHaveDuplicates().hasSizeGreaterThan(30);
    assertThat(lines())
        .extracting(Behaviour::source)
        .allMatch(source -> source.matches("pkg:pypi/litellm@1\\.108\\.5#litellm/.+\\.py"));
  }
}
