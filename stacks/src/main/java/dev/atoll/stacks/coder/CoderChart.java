package dev.atoll.stacks.coder;

import dev.atoll.stacks.helm.Chart;
import dev.atoll.stacks.terraform.Block;
import dev.atoll.topology.CoderDesign;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What servers and workspace proxies pass to Coder's official chart alike. The chart itself sets
 * CODER_HTTP_ADDRESS, KUBE_POD_IP and CODER_DERP_SERVER_RELAY_URL, ahead of what is passed; to pass
 * one of them again would make a duplicate.
 *
 * @see <a href="https://github.com/coder/coder/tree/v2.27.1/helm/coder">The chart</a>
 */
public final class CoderChart {

  private static final String REPOSITORY = "https://helm.coder.com/v2";

  /** Longer than deregistration, shorter than the 60 s after which the chart has a pod killed. */
  private static final Duration PRE_STOP = Duration.ofSeconds(40);

  /** One pod after the other: pulled, started, found healthy, and the old one ended. */
  public static final Duration TIMEOUT = Duration.ofMinutes(15);

  private CoderChart() {}

  /** The chart of that version. */
  public static Chart of(String version) {
    return new Chart.Published(REPOSITORY, "coder", version);
  }

  /**
   * The values below {@code coder} that both have.
   *
   * @param release the release's name, which its pods carry as a label
   */
  public static Block values(
      String release, String version, int replicas, List<Block> environment) {
    List<Block> all = new ArrayList<>(environment);
    all.add(variable("CODER_REDIRECT_TO_ACCESS_URL", "false"));
    all.add(variable("CODER_TLS_ENABLE", "false"));
    all.add(variable("CODER_SECURE_AUTH_COOKIE", "true"));
    return Block.of("image", Block.of("repo", CoderDesign.IMAGE).with("tag", "v" + version))
        .with("replicaCount", replicas)
        .with("env", all)
        .with("service", Block.of("enable", false))
        .with("lifecycle", Block.of("preStop", Block.of("exec", Block.of("command", sleep()))))
        .with("topologySpreadConstraints", List.of(overZones(release)));
  }

  /** A variable whose value is written down. */
  public static Block variable(String name, Object value) {
    return Block.of("name", name).with("value", value);
  }

  /** A variable that a Secret has under the same name. */
  public static Block variableFrom(String secret, String name) {
    return Block.of("name", name)
        .with("valueFrom", Block.of("secretKeyRef", Block.of("name", secret).with("key", name)));
  }

  private static List<String> sleep() {
    return List.of("sleep", String.valueOf(PRE_STOP.toSeconds()));
  }

  /** When a zone is lost its pods shall start in another one. */
  private static Block overZones(String release) {
    return Block.of("maxSkew", 1)
        .with("topologyKey", "topology.kubernetes.io/zone")
        .with("whenUnsatisfiable", "ScheduleAnyway")
        .with(
            "labelSelector",
            Block.of("matchLabels", Block.of("app.kubernetes.io/instance", release)));
  }
}
