package dev.atoll.itest.kubernetes.read;

import dev.atoll.facts.Fact;
import dev.atoll.facts.kubernetes.KubernetesService;
import io.fabric8.kubernetes.api.model.LoadBalancerIngress;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.ServiceSpec;
import java.util.Optional;

/** Reads Services. */
final class Services {

  private Services() {}

  static Fact fact(Cluster cluster, Service service) {
    ServiceSpec spec = service.getSpec();
    return new KubernetesService(
        cluster.source(service),
        cluster.ref(service),
        cluster.name(service),
        Optional.ofNullable(spec.getType()).orElse("ClusterIP"),
        Optional.ofNullable(spec.getLoadBalancerClass()),
        Objects.orNone(service.getMetadata().getAnnotations()),
        Objects.orNone(spec.getSelector()),
        spec.getPorts().stream().map(Services::port).toList(),
        Optional.ofNullable(spec.getExternalTrafficPolicy()),
        hostname(service));
  }

  private static KubernetesService.Port port(ServicePort port) {
    return new KubernetesService.Port(
        Optional.ofNullable(port.getName()).orElse(""),
        port.getPort(),
        // Without a target it is the same port.
        Optional.ofNullable(port.getTargetPort())
            .map(target -> String.valueOf(target.getValue()))
            .orElse(String.valueOf(port.getPort())));
  }

  private static Optional<String> hostname(Service service) {
    return Optional.ofNullable(service.getStatus())
        .map(status -> status.getLoadBalancer())
        .flatMap(balancer -> balancer.getIngress().stream().findFirst())
        .map(LoadBalancerIngress::getHostname);
  }
}
