package dev.atoll.stacks.litellm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.atoll.stacks.litellm.GatewayStandIn.Fault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** LLM-5: the script of the chart, without a pod. Needs {@code python3} on the PATH. */
class RotationTest {

  private static final Path SCRIPT = Path.of("src/main/resources/charts/litellm/files/rotate.py");
  private static final Path PYTHON = Path.of("src/test/resources/dev/atoll/stacks/litellm/python");
  private static final Path DELETES_FIRST = PYTHON.resolve("delete_first.py");

  private static final long START = 1_764_000_000;
  private static final int HOUR = 3600;
  private static final int ROTATE_AFTER = 10 * HOUR;
  private static final int OVERLAP = 3 * HOUR;

  /** External Secrets, the kubelet and the client together; and LiteLLM's replicas. */
  private static final int LAG = 600;

  private static final int REPLICAS = 4;

  private final GatewayStandIn gateway = new GatewayStandIn(REPLICAS);

  @AfterEach
  void close() {
    gateway.close();
  }

  private record Ended(int code, String output) {}

  @Test
  void theFirstRunPublishesAKeyThatWorks() throws Exception {
    assertThat(run(START).code()).isZero();

    assertThat(gateway.keys()).containsExactly(Map.entry("workspaces-1", published()));
    assertThat(journal().has("next")).isFalse();
  }

  @Test
  void aRunThatIsNotDueChangesNothing() throws Exception {
    run(START);
    String before = gateway.secret().orElseThrow();

    assertThat(run(START + ROTATE_AFTER - 1).code()).isZero();

    assertThat(gateway.secret()).contains(before);
  }

  @Test
  void theOldKeyLivesForTheOverlapAndNoLonger() throws Exception {
    run(START);
    String first = published();
    run(START + ROTATE_AFTER);
    String second = published();
    assertThat(second).isNotEqualTo(first);

    run(START + ROTATE_AFTER + OVERLAP - 1);
    assertThat(gateway.keys()).containsOnlyKeys("workspaces-1", "workspaces-2");

    run(START + ROTATE_AFTER + OVERLAP);
    assertThat(gateway.keys()).containsExactly(Map.entry("workspaces-2", second));
    assertThat(journal().path("retiring")).isEmpty();
  }

  @Test
  void noKeyIsEverPrinted() throws Exception {
    List<String> printed = new ArrayList<>();
    for (long at = START; at < START + 30 * HOUR; at += HOUR) {
      printed.add(run(at).output());
    }
    gateway.make("workspaces-4", "sk-of-somebody-else");
    printed.add(run(START + 60 * HOUR).output());
    gateway.fail(new Fault(1, true));
    printed.add(run(START + 90 * HOUR).output());

    assertThat(String.join("", printed)).contains("published workspaces-2").doesNotContain("sk-");
  }

  @Test
  void anAliasThatSomebodyElseHasStopsTheRotationAndNobodyLosesAKey() throws Exception {
    run(START);
    String first = published();
    gateway.make("workspaces-2", "sk-of-somebody-else");

    Ended ended = run(START + ROTATE_AFTER);

    assertThat(ended.code()).isNotZero();
    assertThat(ended.output()).contains("workspaces-2", "delete it in LiteLLM");
    assertThat(published()).isEqualTo(first);
    assertThat(gateway.keys()).containsEntry("workspaces-1", first);
  }

  /** Every call of a rotation with its retirement, lost before and after it takes effect. */
  static Stream<Fault> faults() {
    return IntStream.range(0, 5)
        .boxed()
        .flatMap(call -> Stream.of(new Fault(call, false), new Fault(call, true)));
  }

  @Test
  void theFaultsMeetEveryCall() throws Exception {
    run(START);
    gateway.fail(null);
    run(START + ROTATE_AFTER);

    assertThat(gateway.calls())
        .containsExactly(
            "GET /secret/workspace-key",
            "PUT /secret/workspace-key",
            "POST /key/generate",
            "GET /v1/models",
            "PUT /secret/workspace-key");
  }

  @ParameterizedTest
  @MethodSource("faults")
  void aRunThatDiesIsContinued(Fault fault) throws Exception {
    run(START);
    String first = published();
    long due = START + ROTATE_AFTER;

    gateway.fail(fault);
    assertThat(run(due).code()).isNotZero();
    assertThat(gateway.keys()).containsEntry("workspaces-1", first).containsValue(published());

    gateway.fail(null);
    assertThat(run(due + HOUR).code()).isZero();
    assertThat(gateway.keys())
        .containsOnlyKeys("workspaces-1", "workspaces-2")
        .containsEntry("workspaces-2", published());

    run(due + HOUR + OVERLAP);
    assertThat(gateway.keys()).containsOnlyKeys("workspaces-2");
    assertThat(journal().path("retiring")).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("faults")
  void aRetirementThatDiesIsContinued(Fault fault) throws Exception {
    run(START);
    run(START + ROTATE_AFTER);
    String second = published();
    long due = START + ROTATE_AFTER + OVERLAP;

    gateway.fail(fault);
    boolean died = run(due).code() != 0;
    assertThat(died).isEqualTo(fault.call() < 3);

    gateway.fail(null);
    assertThat(run(due + HOUR).code()).isZero();
    assertThat(gateway.keys()).containsOnlyKeys("workspaces-2").containsValue(second);
    assertThat(journal().path("retiring")).isEmpty();
  }

  @Test
  void aClientThatReadsItsFileLosesNoRequest() throws Exception {
    assertThat(lost(at -> run(at), START)).isEmpty();
  }

  @Test
  void withoutAnOverlapClientsLoseRequests() throws Exception {
    assertThat(lost(at -> run(at, 0), START)).isNotEmpty();
  }

  @Test
  void deletingFirstLosesRequests() throws Exception {
    assertThat(lost(at -> at % (10 * HOUR) == START % (10 * HOUR) ? deleteFirst() : null, START))
        .isNotEmpty();
  }

  private interface Step {
    Ended at(long seconds) throws Exception;
  }

  /**
   * The times at which a request is refused, of one to each replica every five minutes, by a client
   * whose file lags behind the secret, while the step is done every hour for a day and a half.
   */
  private List<Long> lost(Step step, long start) throws Exception {
    List<Long> lost = new ArrayList<>();
    String before = null;
    String current = null;
    long changed = start;
    for (long at = start; at < start + 36 * HOUR; at += 300) {
      gateway.at(at);
      if ((at - start) % HOUR == 0) {
        step.at(at);
        if (!published().equals(current)) {
          before = current;
          current = published();
          changed = at;
        }
      }
      String file = before != null && at - changed < LAG ? before : current;
      for (int replica = 0; replica < REPLICAS; replica++) {
        if (!gateway.serves(replica, file)) {
          lost.add(at);
        }
      }
    }
    return lost;
  }

  private Ended run(long now) throws Exception {
    return run(now, OVERLAP);
  }

  private Ended run(long now, int overlap) throws Exception {
    gateway.at(now);
    return python(
        SCRIPT,
        "--litellm=" + gateway.url(),
        "--secret=workspace-key",
        "--region=us-east-2",
        "--rotate-after=" + ROTATE_AFTER,
        "--overlap=" + overlap,
        "--now=" + now);
  }

  private Ended deleteFirst() throws Exception {
    return python(DELETES_FIRST);
  }

  private Ended python(Path script, String... arguments) throws Exception {
    List<String> words = new ArrayList<>(List.of("python3", script.toString()));
    words.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
    builder.environment().put("PYTHONPATH", PYTHON.toString());
    builder.environment().put("PYTHONDONTWRITEBYTECODE", "1");
    builder.environment().put("STAND_IN", gateway.url());
    builder.environment().put("LITELLM_MASTER_KEY", GatewayStandIn.MASTER_KEY);
    builder.environment().put("NO_PROXY", "*");
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    return new Ended(process.exitValue(), output);
  }

  private String published() throws IOException {
    return journal().path("LITELLM_API_KEY").asText();
  }

  private JsonNode journal() throws IOException {
    Optional<String> secret = gateway.secret();
    return new ObjectMapper().readTree(secret.orElse("{}"));
  }
}
