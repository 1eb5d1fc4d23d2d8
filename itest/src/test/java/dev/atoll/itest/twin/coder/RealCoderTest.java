package dev.atoll.itest.twin.coder;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atoll.itest.twin.database.PostgreSql;
import dev.atoll.itest.twin.standin.Behaviour;
import dev.atoll.itest.twin.standin.Stage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

  /**
   * A licence that Coder signed, patience, an identity provider, a network between, a certificate.
   */
  private static final List<String> WANTS_MORE =
      List.of(
          "licence",
          "proxy",
          "CODER_OIDC_",
          "CODER_OAUTH2_",
          "CODER_DERP_CONFIG_URL",
          "path cut",
          "610 s later",
          "its own database",
          "CODER_TLS_ENABLE=true");

  /** The names of its replicas are those of their machines: here, one. */
  private static final Set<String> WANTS_A_WORKSPACE_OR_MACHINES =
      Set.of("replicas", "app", "terminal", "terminal-signed-out", "terminal-without-upgrade");

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
    return Behaviour.ofCoder().stream().filter(line -> !isBeyond(line)).toList();
  }

  private static boolean isBeyond(Behaviour line) {
    return WANTS_MORE.stream().anyMatch((line.given() + line.request())::contains)
        || WANTS_A_WORKSPACE_OR_MACHINES.contains(line.name());
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
    try (Stage stage = new Stage(postgres);
        RealCoderScript script =
            new RealCoderScript(stage, Path.of(System.getenv("CODER_PROGRAM")), folder)) {
      script.play(line);
    }
  }
}
