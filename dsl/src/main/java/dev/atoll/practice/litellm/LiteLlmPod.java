package dev.atoll.practice.litellm;

import dev.atoll.aws.Region;
import dev.atoll.facts.Facts;
import dev.atoll.facts.kubernetes.Container;
import dev.atoll.facts.kubernetes.EnvironmentVariable;
import dev.atoll.facts.kubernetes.KubernetesService;
import dev.atoll.facts.kubernetes.Workload;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What runs LiteLLM's proxy in a cluster. It is known by the image that its container runs, since
 * labels and names are anybody's choice; a job with the same image serves nobody.
 *
 * @param workload the workload
 * @param container the container of it in which LiteLLM runs
 */
record LiteLlmPod(Workload workload, Container container) {

  /** The port on which LiteLLM listens. */
  static final int PORT = 4000;

  private static final Set<Workload.Kind> SERVING =
      Set.of(Workload.Kind.DEPLOYMENT, Workload.Kind.STATEFUL_SET, Workload.Kind.DAEMON_SET);

  /** Everything that runs it. */
  static List<LiteLlmPod> all(Facts facts) {
    return facts.all(Workload.class).stream()
        .filter(workload -> SERVING.contains(workload.kind()))
        .flatMap(workload -> in(workload).stream())
        .toList();
  }

  /** Everything that runs it in that Region. */
  static List<LiteLlmPod> in(Region region, Facts facts) {
    return all(facts).stream().filter(pod -> pod.region().equals(region)).toList();
  }

  private static Optional<LiteLlmPod> in(Workload workload) {
    return workload.containers().stream()
        .filter(LiteLlmPod::runsLiteLlm)
        .map(container -> new LiteLlmPod(workload, container))
        .findFirst();
  }

  /** Such as {@code ghcr.io/berriai/litellm-database:v1.80.11}. */
  private static boolean runsLiteLlm(Container container) {
    String image = container.image().replaceFirst("@.*", "").replaceFirst(":[^/]*$", "");
    return image.substring(image.lastIndexOf('/') + 1).startsWith("litellm");
  }

  Region region() {
    return workload.object().region();
  }

  /** What a variable ends up as: the last one of that name counts. */
  Optional<EnvironmentVariable> variable(String name) {
    return Optional.ofNullable(container.effective().get(name));
  }

  /** The Services that lead to it. */
  List<KubernetesService> services(Facts facts) {
    return facts.all(KubernetesService.class).stream()
        .filter(service -> service.selects(workload))
        .toList();
  }

  /** The number of one of its ports, which may be written as its name. */
  Optional<Integer> port(String nameOrNumber) {
    return container.port(nameOrNumber);
  }

  @Override
  public String toString() {
    return workload.object().toString();
  }
}
