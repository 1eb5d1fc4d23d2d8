package dev.atoll.itest.loadbalancer;

import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.ServiceSpec;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Takes from a Service of the Kubernetes API what the controller looks at. */
final class ServiceReader {

  private ServiceReader() {}

  /**
   * @param kubernetes asked for the workload that gives a name to a port; the real controller asks
   *     the pods
   */
  static ServiceObject read(Service service, KubernetesClient kubernetes) {
    ServiceSpec spec = service.getSpec();
    return new ServiceObject(
        service.getMetadata().getNamespace(),
        service.getMetadata().getName(),
        service.getMetadata().getUid(),
        spec.getType(),
        Optional.ofNullable(spec.getLoadBalancerClass()),
        Optional.ofNullable(service.getMetadata().getAnnotations()).orElse(Map.of()),
        spec.getLoadBalancerSourceRanges(),
        spec.getPorts().stream().map(port -> port(service, port, kubernetes)).toList(),
        "Local".equals(spec.getExternalTrafficPolicy()));
  }

  private static ServiceObject.Port port(
      Service service, ServicePort port, KubernetesClient kubernetes) {
    String target =
        Optional.ofNullable(port.getTargetPort())
            .map(given -> String.valueOf(given.getValue()))
            .orElse(port.getPort().toString());
    return new ServiceObject.Port(
        Optional.ofNullable(port.getName()).orElse(""),
        port.getPort(),
        target,
        target.matches("\\d+") ? Integer.parseInt(target) : named(service, target, kubernetes),
        Optional.ofNullable(port.getNodePort()).orElse(0),
        Optional.ofNullable(port.getProtocol()).orElse("TCP"));
  }

  private static int named(Service service, String name, KubernetesClient kubernetes) {
    Map<String, String> selector =
        Optional.ofNullable(service.getSpec().getSelector()).orElse(Map.of());
    return kubernetes
        .apps()
        .deployments()
        .inNamespace(service.getMetadata().getNamespace())
        .list()
        .getItems()
        .stream()
        .map(deployment -> deployment.getSpec().getTemplate())
        .filter(pod -> !selector.isEmpty() && labels(pod).containsAll(selector.entrySet()))
        .flatMap(pod -> pod.getSpec().getContainers().stream())
        .flatMap(container -> container.getPorts().stream())
        .filter(port -> name.equals(port.getName()))
        .map(ContainerPort::getContainerPort)
        .findFirst()
        .orElse(0);
  }

  private static Set<Map.Entry<String, String>> labels(PodTemplateSpec pod) {
    return Optional.ofNullable(pod.getMetadata().getLabels()).orElse(Map.of()).entrySet();
  }
}
