package dev.atoll.itest.twin.litellm;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.atoll.itest.twin.database.PostgreSql;
import dev.atoll.itest.twin.standin.Behaviour;
import dev.atoll.itest.twin.standin.Stage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The table of the stand-in for LiteLLM is true of LiteLLM itself: what it says is asked of real
 * proxies, where one is at hand ({@code LITELLM_PROGRAM=/path/to/litellm}).
 */
@EnabledIfEnvironmentVariable(named = "LITELLM_PROGRAM", matches = ".+")
class RealLiteLlmTest {

  private static final String MASTER = "sk-" + UUID.randomUUID();

  @TempDir private static Path folder;

  private static PostgreSql postgres;
  private static Stage stage;
  private static RealLiteLlms kept;

  @BeforeAll
  static void startDatabase() throws IOException {
    postgres = PostgreSql.start();
    stage = new Stage(postgres);
    stage.writer.create("real");
    stage.writer.create("another");
    kept = proxies();
  }

  @AfterAll
  static void stopDatabase() {
    kept.close();
    stage.close();
    postgres.close();
  }

  private static RealLiteLlms proxies() {
    return new RealLiteLlms(Path.of(System.getenv("LITELLM_PROGRAM")), folder);
  }

  /** Those that want new proxies come last: one pair serves all others. */
  static List<Behaviour> lines() {
    return Behaviour.ofLiteLlm().stream()
        .sorted(Comparator.comparing(RealLiteLlmTest::wantsNewProxies))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("lines")
  void theRealProxyDoesWhatTheLineSays(Behaviour line) throws IOException {
    assumeTrue(line.askable(), () -> line + " needs " + line.needs());
    if (wantsNewProxies(line)) {
      kept.close();
    }
    try (RealLiteLlmScript script = new RealLiteLlmScript(stage, kept, MASTER)) {
      script.play(withItsOwnNames(line));
    } finally {
      stage.writer.restore();
    }
  }

  /** It has settings of its own, or expects that nothing happened to a proxy's database before. */
  private static boolean wantsNewProxies(Behaviour line) {
    String all = line.given() + line.request();
    return all.contains("cut") || all.contains("=") || all.contains("its own database");
  }

  /** The proxies and their database stay: nobody asks for a name that another line has used. */
  private static Behaviour withItsOwnNames(Behaviour line) {
    String own = "workspaces-" + line.name() + "-";
    return new Behaviour(
        line.name(),
        line.given(),
        line.request().replace("workspaces-", own),
        line.answer().replace("workspaces-", own),
        line.needs(),
        line.source());
  }
}
