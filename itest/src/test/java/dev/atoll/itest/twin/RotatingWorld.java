package dev.atoll.itest.twin;

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
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The small world with what rotates the workspaces' key. */
final class RotatingWorld {

  private static final ObjectName GATEWAY = new ObjectName(Region.US_EAST_2, "litellm", "gateway");
  private static final ObjectName JOB = new ObjectName(Region.US_EAST_2, "litellm", "key-rotation");

  private RotatingWorld() {}

  static Facts facts() {
    return facts(Duration.ofDays(1));
  }

  /** The same where a key lives that long after its successor was made. */
  static Facts facts(Duration overlap) {
    return SmallWorld.facts().and(List.of(gateway(), job(overlap)));
  }

  private static KubernetesService gateway() {
    return new KubernetesService(
        new Source(Origin.CLUSTER, GATEWAY.toString()),
        new Ref("Service " + GATEWAY),
        GATEWAY,
        "ClusterIP",
        Optional.empty(),
        Map.of(),
        SmallPods.liteLlm(2).labels(),
        List.of(new KubernetesService.Port("http", 4000, "http")),
        Optional.empty(),
        Optional.empty());
  }

  private static Workload job(Duration overlap) {
    Container.Amounts nothing = new Container.Amounts(Optional.empty(), Optional.empty());
    Container container =
        new Container(
            "rotate",
            "ghcr.io/berriai/litellm-database:v1.80.11",
            List.of(
                "python3",
                "/rotation/rotate.py",
                "--litellm=http://gateway.litellm.svc:4000",
                "--rotate-after=604800",
                "--overlap=" + overlap.toSeconds()),
            List.of(),
            List.of(
                new EnvironmentVariable(
                    "LITELLM_MASTER_KEY",
                    new SecretKey("litellm-master-key", "LITELLM_MASTER_KEY"))),
            nothing,
            nothing,
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of());
    return new Workload(
        new Source(Origin.CLUSTER, JOB.toString()),
        new Ref("CronJob " + JOB),
        Kind.CRON_JOB,
        JOB,
        1,
        0,
        Map.of(),
        "key-rotation",
        List.of(container),
        List.of(),
        List.of(),
        Duration.ofSeconds(30));
  }
}
