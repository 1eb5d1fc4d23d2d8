package dev.atoll.conformance.suite;

import dev.atoll.facts.kubernetes.Workload;
import dev.atoll.itest.eks.EmulatedClusters;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.List;

/**
 * Plays a user who left a workspace running: without one nobody could say whether workspaces see a
 * new key. It comes into a cluster as a template of Coder's brings it, and it goes before the
 * deployment does.
 *
 * @see <a
 *     href="https://github.com/coder/coder/blob/v2.27.1/examples/templates/kubernetes/main.tf">Such
 *     a template</a>
 */
final class UsersWorkspace {

  /** The namespace of workspaces, in every cluster. */
  static final String NAMESPACE = "coder-ws";

  /** The Secret with the key, there. */
  static final String KEY = "litellm-key";

  /** What plays the workspaces of users. */
  static final StandIn STAND_IN =
      new StandIn(
          "a user's workspace",
          fact ->
              fact instanceof Workload workload && workload.object().namespace().equals(NAMESPACE));

  private UsersWorkspace() {}

  /** Starts one in each cluster that has a key for it. */
  static void startIn(EmulatedClusters clusters) {
    clusters.byRegion().values().stream()
        .map(cluster -> cluster.kubernetes().client())
        .filter(UsersWorkspace::hasKey)
        .forEach(UsersWorkspace::start);
  }

  private static boolean hasKey(KubernetesClient client) {
    return client.secrets().inNamespace(NAMESPACE).withName(KEY).get() != null;
  }

  static void start(KubernetesClient client) {
    objects(client).forEach(each -> client.resource(each).create());
  }

  /** Ends those that were started. */
  static void endIn(EmulatedClusters clusters) {
    clusters.byRegion().values().stream()
        .map(cluster -> cluster.kubernetes().client())
        .forEach(UsersWorkspace::end);
  }

  static void end(KubernetesClient client) {
    objects(client).forEach(each -> client.resource(each).delete());
  }

  private static List<HasMetadata> objects(KubernetesClient client) {
    return client.load(UsersWorkspace.class.getResourceAsStream("workspace.yaml")).items();
  }
}
