package dev.atoll.itest.kubernetes.read;

import dev.atoll.aws.Region;
import dev.atoll.facts.Fact;
import dev.atoll.facts.Origin;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.KubernetesResourceList;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.Listable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Reads what is in a cluster: workloads, Services, service accounts, network policies, disruption
 * budgets, quotas, namespaces, what is carried from Secrets Manager, and the keys of Secrets, never
 * their values. It lists, and changes nothing.
 */
public final class KubernetesReader {

  private KubernetesReader() {}

  /**
   * Everything of all namespaces.
   *
   * @param client may list these kinds everywhere
   * @param region the Region of the cluster
   * @param origin {@link Origin#CLUSTER} for one that is there to test, {@link Origin#LIVE} for a
   *     real one
   * @throws io.fabric8.kubernetes.client.KubernetesClientException when the API refuses a list or
   *     cannot be reached
   */
  public static List<Fact> read(KubernetesClient client, Region region, Origin origin) {
    Cluster cluster = new Cluster(region, origin);
    List<Fact> facts =
        new ArrayList<>(ExternalSecrets.facts(cluster, ExternalSecrets.read(client)));
    Stream.<Listable<? extends KubernetesResourceList<? extends HasMetadata>>>of(
            client.namespaces(),
            client.serviceAccounts().inAnyNamespace(),
            client.secrets().inAnyNamespace(),
            client.services().inAnyNamespace(),
            client.resourceQuotas().inAnyNamespace(),
            client.apps().deployments().inAnyNamespace(),
            client.apps().statefulSets().inAnyNamespace(),
            client.apps().daemonSets().inAnyNamespace(),
            client.batch().v1().jobs().inAnyNamespace(),
            client.batch().v1().cronjobs().inAnyNamespace(),
            client.network().v1().networkPolicies().inAnyNamespace(),
            client.policy().v1().podDisruptionBudget().inAnyNamespace())
        .flatMap(kind -> kind.list().getItems().stream())
        .flatMap(object -> Objects.fact(cluster, object).stream())
        .forEach(facts::add);
    return List.copyOf(facts);
  }

  /**
   * What objects would be in a cluster, such as those that a chart is rendered into; kinds that are
   * not read are left out.
   *
   * @param objects each with its namespace, unless it belongs to none
   */
  public static List<Fact> of(List<? extends HasMetadata> objects, Region region, Origin origin) {
    Cluster cluster = new Cluster(region, origin);
    return Stream.<Fact>concat(
            objects.stream().flatMap(object -> Objects.fact(cluster, object).stream()),
            ExternalSecrets.facts(cluster, objects).stream())
        .toList();
  }
}
