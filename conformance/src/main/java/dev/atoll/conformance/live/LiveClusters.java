package dev.atoll.conformance.live;

import dev.atoll.analysis.secrets.Masking;
import dev.atoll.aws.Region;
import dev.atoll.facts.Fact;
import dev.atoll.facts.Origin;
import dev.atoll.facts.coder.CoderPackage;
import dev.atoll.itest.kubernetes.ExistingCluster;
import dev.atoll.itest.kubernetes.KubernetesException;
import dev.atoll.itest.kubernetes.read.KubernetesReader;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Clusters that a kubeconfig knows. Lists and logs only: nothing is changed.
 *
 * @param kubeconfig the file
 * @param contexts the context of each Region
 */
public record LiveClusters(Path kubeconfig, Map<Region, String> contexts) {

  /** As much of a pod's log as a person would look at. */
  private static final int LINES = 2000;

  /** Copies its arguments. */
  public LiveClusters {
    contexts = new TreeMap<>(contexts);
  }

  /**
   * What is in the clusters.
   *
   * @throws LiveFailure when one cannot be read
   */
  public List<Fact> facts() {
    List<Fact> facts = new ArrayList<>();
    for (Region region : contexts.keySet()) {
      facts.addAll(with(region, client -> KubernetesReader.read(client, region, Origin.LIVE)));
    }
    return facts;
  }

  /**
   * The last lines of a Region's servers or proxies.
   *
   * @return empty where there is no such pod
   * @throws LiveFailure when the cluster cannot be read
   */
  public Optional<List<String>> logs(CoderPackage.Of of, Region region) {
    if (!contexts.containsKey(region)) {
      return Optional.empty();
    }
    String namespace = of == CoderPackage.Of.PROXY ? "coder-proxy" : "coder";
    return with(region, client -> logs(client, namespace));
  }

  private static Optional<List<String>> logs(KubernetesClient client, String namespace) {
    List<Pod> pods =
        client
            .pods()
            .inNamespace(namespace)
            .withLabel("app.kubernetes.io/name", "coder")
            .list()
            .getItems();
    List<String> lines = new ArrayList<>();
    for (Pod pod : pods) {
      String log = client.pods().resource(pod).tailingLines(LINES).getLog();
      lines.addAll(log.lines().toList());
    }
    return pods.isEmpty() ? Optional.empty() : Optional.of(lines);
  }

  private <T> T with(Region region, Function<KubernetesClient, T> question) {
    String context = contexts.get(region);
    try (ExistingCluster cluster = ExistingCluster.readOnly(kubeconfig, context)) {
      return question.apply(cluster.client());
    } catch (IOException
        | KubernetesClientException
        | KubernetesException
        | IllegalArgumentException e) {
      throw new LiveFailure(
          "The cluster of %s (context %s of %s) cannot be read: %s%nLook at it with kubectl --kubeconfig %s --context %s get namespaces; --context REGION=CONTEXT names another."
              .formatted(
                  region,
                  context,
                  kubeconfig,
                  Masking.masked(String.valueOf(e.getMessage())),
                  kubeconfig,
                  context),
          e);
    }
  }
}
