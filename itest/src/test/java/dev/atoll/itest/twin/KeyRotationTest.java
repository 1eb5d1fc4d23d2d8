package dev.atoll.itest.twin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atoll.aws.Region;
import dev.atoll.facts.Facts;
import dev.atoll.facts.Origin;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Source;
import dev.atoll.facts.kubernetes.Container;
import dev.atoll.facts.kubernetes.EnvironmentVariable;
import dev.atoll.facts.kubernetes.EnvironmentVariable.SecretKey;
import dev.atoll.facts.kubernetes.KubernetesService;
import dev.atoll.facts.kubernetes.ObjectName;
import dev.atoll.facts.kubernetes.Workload;
import dev.atoll.facts.kubernetes.Workload.Kind;
import dev.atoll.itest.twin.PlannedPod.Role;
import dev.atoll.itest.twin.Pod.Running;
import dev.atoll.itest.twin.network.Host;
import dev.atoll.itest.twin.pod.SecretValues;
import dev.atoll.traffic.TrafficException;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** LLM-5: what the rotation's job runs in a twin. */
class KeyRotationTest {

  private static final Region OHIO = Region.US_EAST_2;
  private static final Source SOURCE = new Source(Origin.CLUSTER, "test");
  private static final Container.Amounts NOTHING =
      new Container.Amounts(Optional.empty(), Optional.empty());
  private static final SecretValues MASTER = (secret, key) -> Optional.of("master");

  private static Workload workload(
      Kind kind, String name, List<String> command, List<EnvironmentVariable> environment) {
    ObjectName object = new ObjectName(OHIO, "litellm", name);
    return new Workload(
        SOURCE,
        new Ref(object.toString()),
        kind,
        object,
        1,
        1,
        Map.of("app", name),
        "default",
        List.of(
            new Container(
                name,
                "image",
                command,
                List.of(new Container.Port("http", 4000)),
                environment,
                NOTHING,
                NOTHING,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of())),
        List.of(),
        List.of(),
        Duration.ofSeconds(30));
  }

  private static Workload job() {
    return workload(
        Kind.CRON_JOB,
        "key-rotation",
        List.of("python3", "/rotation/rotate.py", "--litellm=http://gateway.litellm.svc:4000"),
        List.of(
            new EnvironmentVariable(
                "LITELLM_MASTER_KEY", new SecretKey("master", "LITELLM_MASTER_KEY"))));
  }

  private static KubernetesService gateway() {
    return new KubernetesService(
        SOURCE,
        new Ref("gateway"),
        new ObjectName(OHIO, "litellm", "gateway"),
        "ClusterIP",
        Optional.empty(),
        Map.of(),
        Map.of("app", "litellm"),
        List.of(new KubernetesService.Port("http", 4000, "http")),
        Optional.empty(),
        Optional.empty());
  }

  private static Pod liteLlm() {
    Workload workload = workload(Kind.DEPLOYMENT, "litellm", List.of(), List.of());
    PlannedPod plan =
        new PlannedPod(
            Role.LITELLM, workload, workload.containers().get(0), 0, Optional.empty(), "a");
    Host host = new Host("litellm-0", OHIO, Optional.empty(), InetAddress.getLoopbackAddress());
    return new Pod(plan, host, () -> new Running(Optional.empty(), () -> {}));
  }

  @Test
  void theJobRunsItsOwnCommandWithAddressesOfTheTwin() {
    Pod pod = liteLlm();
    pod.start();
    List<String> ran = new ArrayList<>();
    JobRunner runner =
        (command, environment) -> {
          ran.addAll(command);
          ran.add(environment.get("LITELLM_MASTER_KEY"));
          return List.of("published workspaces-1");
        };

    List<String> written =
        new KeyRotation(
                Facts.of(Origin.CLUSTER, List.of(job(), gateway())), MASTER, List.of(pod), runner)
            .run(Instant.ofEpochSecond(1_764_000_000));

    assertThat(written).containsExactly("published workspaces-1");
    assertThat(ran)
        .containsExactly(
            "python3",
            "/rotation/rotate.py",
            "--litellm=http://127.0.0.1:4000",
            "--now=1764000000",
            "master");
  }

  @Test
  void withoutJobOrPodOrRunnerItFailsAndSaysWhy() {
    Instant now = Instant.EPOCH;
    Facts facts = Facts.of(Origin.CLUSTER, List.of(job(), gateway()));
    Pod pod = liteLlm();
    assertThatThrownBy(
            () ->
                new KeyRotation(
                        Facts.of(Origin.CLUSTER, List.of()), MASTER, List.of(), JobRunner.NONE)
                    .run(now))
        .isInstanceOf(TrafficException.class)
        .hasMessageContaining("0 were read");
    assertThatThrownBy(() -> new KeyRotation(facts, MASTER, List.of(pod), JobRunner.NONE).run(now))
        .isInstanceOf(TrafficException.class)
        .hasMessageContaining("no running pod is behind it");
    pod.start();
    assertThatThrownBy(() -> new KeyRotation(facts, MASTER, List.of(pod), JobRunner.NONE).run(now))
        .isInstanceOf(TrafficException.class)
        .hasMessageContaining("Nobody was given to the twin");
  }
}
