package dev.atoll.itest.loadbalancer;

import dev.atoll.itest.loadbalancer.NetworkLoadBalancer.NodeRule;
import io.fabric8.kubernetes.api.model.LoadBalancerIngressBuilder;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.ServiceResource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/** Makes AWS as one Service wants it, and tells the Service. Called by one thread. */
final class Reconciler {

  static final String FINALIZER = "service.k8s.aws/resources";

  private final KubernetesClient kubernetes;
  private final Events events;
  private final Aws aws;
  private final Map<String, Set<NodeRule>> rules = new HashMap<>();

  Reconciler(KubernetesClient kubernetes, Aws aws) {
    this.kubernetes = kubernetes;
    this.events = new Events(kubernetes);
    this.aws = aws;
  }

  /** Whether all is done; else it wants to be tried again. */
  boolean reconcile(Service service) {
    Surroundings around;
    try {
      around = aws.surroundings();
    } catch (SdkException e) {
      events.bad(service, Events.NOT_BUILT, e.getMessage());
      return false;
    }
    Outcome outcome =
        service.getMetadata().getDeletionTimestamp() == null
            ? ServiceModel.of(ServiceReader.read(service, kubernetes), around)
            : new Outcome.Ignored("it is being deleted");
    if (outcome instanceof Outcome.Ignored) {
      return !isOurs(service) || release(service, around);
    }
    if (outcome instanceof Outcome.Refused refused) {
      events.bad(service, Events.NOT_BUILT, refused.why());
      return false;
    }
    return deploy(service, ((Outcome.Wanted) outcome).loadBalancer(), around);
  }

  /** Nodes, and the workloads that say which port a name is, may come after the load balancers. */
  void admitAtNodes() {
    if (rules.isEmpty()) {
      return;
    }
    Surroundings around = aws.surroundings();
    for (String key : List.copyOf(rules.keySet())) {
      String[] name = key.split("/", 2);
      Service service = kubernetes.services().inNamespace(name[0]).withName(name[1]).get();
      if (service != null
          && ServiceModel.of(ServiceReader.read(service, kubernetes), around)
              instanceof Outcome.Wanted wanted) {
        rules.put(key, wanted.loadBalancer().nodeRules());
      }
    }
    aws.admit(all(), around);
  }

  private boolean deploy(Service service, NetworkLoadBalancer wanted, Surroundings around) {
    try {
      if (!isOurs(service)) {
        resource(service)
            .edit(
                each ->
                    new ServiceBuilder(each)
                        .editMetadata()
                        .addToFinalizers(FINALIZER)
                        .endMetadata()
                        .build());
      }
      String hostname = aws.make(wanted, around);
      rules.put(key(service), wanted.nodeRules());
      aws.admit(all(), around);
      answer(service, hostname);
      events.good(service, Events.RECONCILED, "Successfully reconciled");
      return true;
    } catch (SdkException | IllegalStateException e) {
      events.bad(service, Events.NOT_DEPLOYED, "Failed deploy model due to " + said(e));
      return false;
    }
  }

  /** The code stands in no message of the SDK, and is what people search for. */
  private static String said(RuntimeException e) {
    return e instanceof AwsServiceException refused && refused.awsErrorDetails() != null
        ? "%s: %s".formatted(refused.awsErrorDetails().errorCode(), refused.getMessage())
        : e.getMessage();
  }

  private void answer(Service service, String hostname) {
    resource(service)
        .editStatus(
            each ->
                new ServiceBuilder(each)
                    .editOrNewStatus()
                    .editOrNewLoadBalancer()
                    .withIngress(
                        List.of(new LoadBalancerIngressBuilder().withHostname(hostname).build()))
                    .endLoadBalancer()
                    .endStatus()
                    .build());
  }

  private boolean release(Service service, Surroundings around) {
    try {
      aws.delete(key(service), around);
      rules.remove(key(service));
      aws.admit(all(), around);
      if (rules.isEmpty()) {
        aws.deleteShared(around);
      }
    } catch (SdkException e) {
      events.bad(service, Events.NOT_CLEANED, e.getMessage());
      return false;
    }
    resource(service)
        .edit(
            each ->
                new ServiceBuilder(each)
                    .editMetadata()
                    .removeFromFinalizers(FINALIZER)
                    .endMetadata()
                    .build());
    return true;
  }

  private Set<NodeRule> all() {
    return rules.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
  }

  private ServiceResource<Service> resource(Service service) {
    return kubernetes
        .services()
        .inNamespace(service.getMetadata().getNamespace())
        .withName(service.getMetadata().getName());
  }

  private static boolean isOurs(Service service) {
    return service.getMetadata().getFinalizers().contains(FINALIZER);
  }

  private static String key(Service service) {
    return service.getMetadata().getNamespace() + "/" + service.getMetadata().getName();
  }
}
