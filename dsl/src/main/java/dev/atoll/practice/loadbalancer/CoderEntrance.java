package dev.atoll.practice.loadbalancer;

import dev.atoll.analysis.loadbalancer.ControllerAnnotations;
import dev.atoll.coder.CoderPod;
import dev.atoll.facts.Facts;
import dev.atoll.facts.Origin;
import dev.atoll.facts.kubernetes.Container;
import dev.atoll.facts.kubernetes.KubernetesService;
import dev.atoll.facts.loadbalancer.LoadBalancer;
import dev.atoll.facts.network.Vpc;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A Service of type LoadBalancer in a namespace in which Coder runs, and the pods behind it.
 *
 * @param service the Service
 * @param asked what it asks of the controller
 * @param pods the Coder servers or proxies that it selects
 */
record CoderEntrance(KubernetesService service, ControllerAnnotations asked, List<CoderPod> pods) {

  /** The tag by which the controller's load balancer says of which Service it is. */
  private static final String STACK = "service.k8s.aws/stack";

  /** Those of all clusters. */
  static List<CoderEntrance> all(Facts facts) {
    List<CoderPod> pods = CoderPod.all(facts);
    return facts.all(KubernetesService.class).stream()
        .filter(service -> service.type().equals("LoadBalancer"))
        .filter(
            service ->
                pods.stream().anyMatch(pod -> service.object().besides(pod.workload().object())))
        .map(
            service ->
                new CoderEntrance(
                    service,
                    ControllerAnnotations.of(service),
                    pods.stream().filter(pod -> service.selects(pod.workload())).toList()))
        .toList();
  }

  /** The port at which users knock. */
  Optional<KubernetesService.Port> https() {
    return service.ports().stream().filter(port -> port.port() == 443).findFirst();
  }

  /** Whether the load balancer only passes TLS on, and Coder ends it: another way to do it. */
  boolean passesTlsOn() {
    return asked.text("ssl-cert").isEmpty()
        && !pods.isEmpty()
        && pods.stream()
            .allMatch(
                pod -> pod.variable("CODER_TLS_ENABLE").filter(set -> set.is("true")).isPresent());
  }

  /** The number of the pod's port that a port of the Service leads to, if the pod has it. */
  static Optional<Integer> number(CoderPod pod, KubernetesService.Port port) {
    return pod.container().ports().stream()
        .filter(
            each ->
                each.name().equals(port.target())
                    || String.valueOf(each.number()).equals(port.target()))
        .map(Container.Port::number)
        .findFirst();
  }

  /** The load balancer that was made for it, where load balancers were read. */
  Optional<LoadBalancer> made(Facts facts) {
    return facts.all(LoadBalancer.class).stream()
        .filter(balancer -> balancer.region().equals(service.object().region()))
        .filter(balancer -> service.object().inCluster().equals(balancer.tags().get(STACK)))
        .findFirst();
  }

  /**
   * Whether the account was read in which load balancers would be: nothing of it in a cluster alone
   * says that there is none, and no configuration names what the controller makes.
   */
  boolean isAccountRead(Facts facts) {
    boolean written = Set.of(Origin.CONFIGURATION, Origin.PLAN).contains(service.source().origin());
    return !facts.all(LoadBalancer.class).facts().isEmpty()
        || (!written && !facts.all(Vpc.class).facts().isEmpty());
  }

  /** Such as "the Service coder/coder in us-east-2". */
  @Override
  public String toString() {
    return "the Service " + service.object();
  }
}
