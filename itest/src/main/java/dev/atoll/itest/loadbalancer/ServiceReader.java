package dev.atoll.itest.loadbalancer;

import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.ServiceSpec;
import java.util.Map;
import java.util.Optional;

/** Takes from a Service of the Kubernetes API what the controller looks at. */
final class ServiceReader {

  private ServiceReader() {}

  static ServiceObject read(Service service) {
    ServiceSpec spec = service.getSpec();
    return new ServiceObject(
        service.getMetadata().getNamespace(),
        service.getMetadata().getName(),
        service.getMetadata().getUid(),
        spec.getType(),
        Optional.ofNullable(spec.getLoadBalancerClass()),
        Optional.ofNullable(service.getMetadata().getAnnotations()).orElse(Map.of()),
        spec.getLoadBalancerSourceRanges(),
        spec.getPorts().stream().map(ServiceReader::port).toList(),
        "Local".equals(spec.getExternalTrafficPolicy()));
  }

  private static ServiceObject.Port port(ServicePort port) {
    return new ServiceObject.Port(
        Optional.ofNullable(port.getName()).orElse(""),
        port.getPort(),
        Optional.ofNullable(port.getTargetPort())
            .map(target -> String.valueOf(target.getValue()))
            .orElse(port.getPort().toString()),
        Optional.ofNullable(port.getNodePort()).orElse(0),
        Optional.ofNullable(port.getProtocol()).orElse("TCP"));
  }
}
