package dev.atoll.itest.kubernetes.read;

import dev.atoll.facts.kubernetes.Container;
import dev.atoll.facts.kubernetes.Container.Amounts;
import dev.atoll.facts.kubernetes.Container.Mount;
import dev.atoll.facts.kubernetes.Container.Port;
import dev.atoll.facts.kubernetes.Container.Probe;
import dev.atoll.facts.kubernetes.EnvironmentVariable;
import dev.atoll.facts.kubernetes.EnvironmentVariable.From;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.EnvVarSource;
import io.fabric8.kubernetes.api.model.Lifecycle;
import io.fabric8.kubernetes.api.model.LifecycleHandler;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads the containers of a pod. */
final class Containers {

  private Containers() {}

  static Container container(io.fabric8.kubernetes.api.model.Container container) {
    return new Container(
        container.getName(),
        Optional.ofNullable(container.getImage()).orElse(""),
        Stream.concat(container.getCommand().stream(), container.getArgs().stream()).toList(),
        container.getPorts().stream().map(Containers::port).toList(),
        container.getEnv().stream().map(Containers::variable).toList(),
        amounts(container.getResources(), ResourceRequirements::getRequests),
        amounts(container.getResources(), ResourceRequirements::getLimits),
        Optional.ofNullable(container.getReadinessProbe()).map(Containers::probe),
        Optional.ofNullable(container.getLivenessProbe()).map(Containers::probe),
        preStop(container.getLifecycle()),
        container.getVolumeMounts().stream()
            .map(
                mount ->
                    new Mount(
                        mount.getName(),
                        mount.getMountPath(),
                        Optional.ofNullable(mount.getSubPath())))
            .toList());
  }

  private static Port port(ContainerPort port) {
    return new Port(Optional.ofNullable(port.getName()).orElse(""), port.getContainerPort());
  }

  private static EnvironmentVariable variable(EnvVar variable) {
    From from =
        variable.getValueFrom() == null
            ? new EnvironmentVariable.Literal(Optional.ofNullable(variable.getValue()).orElse(""))
            : from(variable.getValueFrom());
    return new EnvironmentVariable(variable.getName(), from);
  }

  private static From from(EnvVarSource source) {
    if (source.getSecretKeyRef() != null) {
      return new EnvironmentVariable.SecretKey(
          source.getSecretKeyRef().getName(), source.getSecretKeyRef().getKey());
    }
    if (source.getFieldRef() != null) {
      return new EnvironmentVariable.PodField(source.getFieldRef().getFieldPath());
    }
    if (source.getConfigMapKeyRef() != null) {
      return new EnvironmentVariable.Other(
          "key %s of ConfigMap %s"
              .formatted(
                  source.getConfigMapKeyRef().getKey(), source.getConfigMapKeyRef().getName()));
    }
    return new EnvironmentVariable.Other("a resource of the container");
  }

  private static Amounts amounts(
      ResourceRequirements resources, Function<ResourceRequirements, Map<String, Quantity>> which) {
    Map<String, Quantity> amounts =
        resources == null ? Map.of() : Objects.orNone(which.apply(resources));
    return new Amounts(
        Optional.ofNullable(amounts.get("cpu"))
            .map(cpu -> whole(cpu.getNumericalAmount().movePointRight(3))),
        Optional.ofNullable(amounts.get("memory"))
            .map(memory -> whole(memory.getNumericalAmount())));
  }

  private static long whole(BigDecimal amount) {
    return amount.setScale(0, RoundingMode.UP).longValueExact();
  }

  // What is left out has the API's defaults.
  private static Probe probe(io.fabric8.kubernetes.api.model.Probe probe) {
    return new Probe(
        Optional.ofNullable(probe.getHttpGet())
            .map(get -> Optional.ofNullable(get.getPath()).orElse("/")),
        Stream.of(
                Optional.ofNullable(probe.getHttpGet()).map(get -> get.getPort()),
                Optional.ofNullable(probe.getTcpSocket()).map(socket -> socket.getPort()))
            .flatMap(Optional::stream)
            .map(port -> String.valueOf(port.getValue()))
            .findFirst()
            .orElse(""),
        seconds(probe.getPeriodSeconds(), 10),
        seconds(probe.getTimeoutSeconds(), 1),
        Optional.ofNullable(probe.getFailureThreshold()).orElse(3));
  }

  private static Duration seconds(Integer seconds, int otherwise) {
    return Duration.ofSeconds(seconds == null ? otherwise : seconds);
  }

  private static List<String> preStop(Lifecycle lifecycle) {
    return Optional.ofNullable(lifecycle)
        .map(Lifecycle::getPreStop)
        .map(Containers::words)
        .orElse(List.of());
  }

  private static List<String> words(LifecycleHandler handler) {
    if (handler.getExec() != null) {
      return handler.getExec().getCommand();
    }
    return handler.getSleep() == null
        ? List.of()
        : List.of("sleep", String.valueOf(handler.getSleep().getSeconds()));
  }
}
