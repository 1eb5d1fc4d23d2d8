package dev.atoll.facts.kubernetes;

import dev.atoll.facts.Fact;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Source;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Something that keeps pods running, or runs them to their end, with the pods that it makes.
 *
 * @param kind Deployment, StatefulSet …
 * @param object which one
 * @param replicas how many pods it wants; 1 for a Job, 0 where the number is that of the nodes
 * @param ready how many of them are ready, as its status says
 * @param labels the labels of its pods
 * @param serviceAccount the name of the pods' service account
 * @param containers the containers of a pod, without those that only prepare it
 * @param volumes what containers may mount
 * @param spread over which topology keys pods are spread, such as {@code
 *     topology.kubernetes.io/zone}
 * @param grace how long a pod may take to end
 * @see <a href="https://kubernetes.io/docs/concepts/workloads/controllers/">Workload management</a>
 */
public record Workload(
    Source source,
    Ref ref,
    Kind kind,
    ObjectName object,
    int replicas,
    int ready,
    Map<String, String> labels,
    String serviceAccount,
    List<Container> containers,
    List<Volume> volumes,
    List<Spread> spread,
    Duration grace)
    implements Fact {

  public Workload {
    labels = Map.copyOf(labels);
    containers = List.copyOf(containers);
    volumes = List.copyOf(volumes);
    spread = List.copyOf(spread);
  }

  /** What keeps the pods. */
  public enum Kind {
    DEPLOYMENT("Deployment"),
    STATEFUL_SET("StatefulSet"),
    DAEMON_SET("DaemonSet"),
    JOB("Job"),
    CRON_JOB("CronJob");

    private final String text;

    Kind(String text) {
      this.text = text;
    }

    @Override
    public String toString() {
      return text;
    }
  }

  /**
   * A volume of the pods.
   *
   * @param name its name
   * @param secret the Secret that fills it; empty when something else does
   */
  public record Volume(String name, Optional<String> secret) {}

  /**
   * How evenly pods are spread.
   *
   * @param topologyKey the label of nodes, such as {@code topology.kubernetes.io/zone}
   * @param required whether a pod that would break it stays unscheduled
   */
  public record Spread(String topologyKey, boolean required) {}

  /** The container of that name. */
  public Optional<Container> container(String name) {
    return containers.stream().filter(container -> container.name().equals(name)).findFirst();
  }
}
