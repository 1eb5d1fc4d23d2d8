package dev.atoll.itest.twin;

import static dev.atoll.facts.Value.known;
import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.aws.Region;
import dev.atoll.facts.Fact;
import dev.atoll.facts.Facts;
import dev.atoll.facts.Origin;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Source;
import dev.atoll.facts.Value;
import dev.atoll.facts.kubernetes.CarriedSecret;
import dev.atoll.facts.kubernetes.Container;
import dev.atoll.facts.kubernetes.EnvironmentVariable;
import dev.atoll.facts.kubernetes.EnvironmentVariable.SecretKey;
import dev.atoll.facts.kubernetes.ObjectName;
import dev.atoll.facts.kubernetes.Workload;
import dev.atoll.facts.kubernetes.Workload.Kind;
import dev.atoll.itest.twin.clock.TwinClock;
import dev.atoll.itest.twin.pod.SecretValues;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** LLM-5 and LLM-8 as a twin has them: who sees which key when. */
class WorkspaceKeyTest {

  private static final Region OHIO = Region.US_EAST_2;
  private static final Source SOURCE = new Source(Origin.CLUSTER, "test");
  private static final String KEY = "LITELLM_API_KEY";
  private static final Duration INTERVAL = Duration.ofMinutes(5);
  private static final Container.Amounts NOTHING =
      new Container.Amounts(Optional.empty(), Optional.empty());

  private final Map<String, String> held = new HashMap<>(Map.of(KEY, "first"));
  private final TwinClock clock = new TwinClock();
  private final SecretValues secrets = (secret, key) -> Optional.ofNullable(held.get(key));

  private static final CarriedSecret CARRIED =
      new CarriedSecret(
          SOURCE,
          new Ref("carried"),
          new ObjectName(OHIO, "coder-ws", "litellm-key"),
          "litellm-key",
          Optional.of(OHIO),
          Map.of(KEY, "small/litellm/workspace-key"),
          known(INTERVAL));

  private Optional<String> seenAfterChange(Workload... workspaces) {
    WorkspaceKeys keys = keys(Stream.concat(Stream.of(CARRIED), Stream.of(workspaces)));
    assertThat(keys.in(OHIO)).contains("first");
    assertThat(keys.in(Region.US_WEST_2)).isEmpty();
    held.put(KEY, "second");
    keys.look();
    clock.advance(INTERVAL);
    return keys.in(OHIO);
  }

  private WorkspaceKeys keys(Stream<? extends Fact> facts) {
    return new WorkspaceKeys(Facts.of(Origin.CLUSTER, facts.toList()), secrets, clock);
  }

  private static CarriedSecret carried(Region region, Value<Duration> refresh) {
    return new CarriedSecret(
        SOURCE,
        new Ref("carried into " + region),
        new ObjectName(region, "coder-ws", "litellm-key"),
        "litellm-key",
        Optional.of(OHIO),
        CARRIED.from(),
        refresh);
  }

  /** What each Region's workspaces read, the first one's first. */
  private static List<String> read(WorkspaceKeys keys, Region... regions) {
    return Stream.of(regions).map(region -> keys.in(region).orElse("nothing")).toList();
  }

  @Test
  void aNewKeyIsInTheFirstRegionAtOnceAndInTheLastAfterTheInterval() {
    Region[] regions = {OHIO, Region.US_WEST_1, Region.US_WEST_2};
    WorkspaceKeys keys = keys(Stream.of(regions).map(each -> carried(each, known(INTERVAL))));
    held.put(KEY, "second");
    keys.look();

    assertThat(read(keys, regions)).containsExactly("second", "first", "first");
    clock.advance(INTERVAL.dividedBy(2));
    assertThat(read(keys, regions)).containsExactly("second", "second", "first");
    clock.advance(INTERVAL.dividedBy(2).minusNanos(1));
    assertThat(read(keys, regions)).containsExactly("second", "second", "first");
    clock.advance(Duration.ofNanos(1));
    assertThat(read(keys, regions)).containsExactly("second", "second", "second");
  }

  @Test
  void eachHasTheIntervalOfItsOwnExternalSecret() {
    WorkspaceKeys keys =
        keys(
            Stream.of(
                carried(OHIO, known(Duration.ofDays(9))),
                carried(Region.US_WEST_2, known(Duration.ofMinutes(1)))));
    held.put(KEY, "second");
    keys.look();
    clock.advance(Duration.ofMinutes(1));

    assertThat(read(keys, OHIO, Region.US_WEST_2)).containsExactly("second", "second");
  }

  @Test
  void anExternalSecretThatIsNeverRefreshedKeepsTheFirstKey() {
    for (Value<Duration> never :
        List.of(known(Duration.ZERO), Value.<Duration>unknown("it is no duration"))) {
      held.remove(KEY);
      WorkspaceKeys keys = keys(Stream.of(carried(OHIO, never)));
      assertThat(keys.in(OHIO)).isEmpty();
      held.put(KEY, "first");
      assertThat(keys.in(OHIO)).contains("first");
      held.put(KEY, "second");
      keys.look();
      clock.advance(Duration.ofDays(400));
      assertThat(keys.in(OHIO)).contains("first");
    }
  }

  @Test
  void whatWasWrittenInBetweenIsCarriedInItsTurn() {
    WorkspaceKeys keys = keys(Stream.of(CARRIED));
    held.put(KEY, "second");
    keys.look();
    clock.advance(INTERVAL.dividedBy(2));
    held.put(KEY, "third");
    keys.look();
    clock.advance(INTERVAL.dividedBy(2));
    assertThat(keys.in(OHIO)).contains("second");
    clock.advance(INTERVAL.dividedBy(2));
    assertThat(keys.in(OHIO)).contains("third");
  }

  private static Workload workspace(
      List<EnvironmentVariable> environment, Optional<String> subPath) {
    ObjectName object = new ObjectName(OHIO, "coder-ws", "workspace");
    return new Workload(
        SOURCE,
        new Ref(object.toString()),
        Kind.DEPLOYMENT,
        object,
        1,
        1,
        Map.of(),
        "default",
        List.of(
            new Container(
                "dev",
                "image",
                List.of(),
                List.of(),
                environment,
                NOTHING,
                NOTHING,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(new Container.Mount("key", "/run/key", subPath)))),
        List.of(new Workload.Volume("key", Optional.of("litellm-key"))),
        List.of(),
        Duration.ofSeconds(30));
  }

  @Test
  void aMountedFileFollowsTheSecret() {
    assertThat(seenAfterChange(workspace(List.of(), Optional.empty()))).contains("second");
  }

  @Test
  void anEnvironmentVariableDoesNot() {
    EnvironmentVariable variable = new EnvironmentVariable(KEY, new SecretKey("litellm-key", KEY));
    assertThat(seenAfterChange(workspace(List.of(variable), Optional.empty()))).contains("first");
  }

  @Test
  void aSubPathDoesNot() {
    assertThat(seenAfterChange(workspace(List.of(), Optional.of(KEY)))).contains("first");
  }
}
