package dev.atoll.itest.twin.coder;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.atoll.itest.twin.database.PostgreSql;
import dev.atoll.itest.twin.standin.Behaviour;
import dev.atoll.itest.twin.standin.Stage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The table of the stand-in for Coder is true of Coder itself: what it says is asked of the real
 * server, where one is at hand ({@code CODER_PROGRAM=/path/to/coder}).
 */
@EnabledIfEnvironmentVariable(named = "CODER_PROGRAM", matches = ".+")
class RealCoderTest {

  private static PostgreSql postgres;

  @TempDir private Path folder;

  @BeforeAll
  static void startDatabase() throws IOException {
    postgres = PostgreSql.start();
    try (Stage stage = new Stage(postgres)) {
      stage.writer.create("real");
    }
  }

  @AfterAll
  static void stopDatabase() {
    postgres.close();
  }

  static List<Behaviour> lines() {
    return Behaviour.ofCoder();
  }

  @Test
  void withoutAnyRelayItDoesNotStart() throws IOException {
    try (Stage stage = new Stage(postgres);
        RealCoderScript script =
            new RealCoderScript(stage, Path.of(System.getenv("CODER_PROGRAM")), folder)) {
      assertThatThrownBy(
              () -> script.start(Map.of("CODER_DERP_SERVER_ENABLE", Optional.of("false")), ""))
          .hasMessageContaining("create derp map: DERP map has no regions.");
    }
  }

  @ParameterizedTest
  @MethodSource("lines")
  void theRealServerDoesWhatTheLineSays(Behaviour line) throws IOException {
    assumeTrue(line.askable(), () -> line + " needs " + line.needs());
    try (Stage stage = new Stage(postgres);
        RealCoderScript script =
            new RealCoderScript(stage, Path.of(System.getenv("CODER_PROGRAM")), folder)) {
      script.play(line);
    }
  }
}
