package dev.atoll.facts.kubernetes;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A container of a pod.
 *
 * @param name its name
 * @param image its image with tag or digest
 * @param command what it runs, arguments included; empty for what the image says
 * @param ports the ports that it names
 * @param environment its environment variables in order; one name may stand there twice, and the
 *     last wins
 * @param requests what it is promised
 * @param limits what it may not exceed
 * @param readiness when it takes traffic
 * @param liveness when it is restarted
 * @param preStop what happens before it is told to end, as a command; empty for nothing
 * @param mounts the volumes that it sees
 */
public record Container(
    String name,
    String image,
    List<String> command,
    List<Port> ports,
    List<EnvironmentVariable> environment,
    Amounts requests,
    Amounts limits,
    Optional<Probe> readiness,
    Optional<Probe> liveness,
    List<String> preStop,
    List<Mount> mounts) {

  public Container {
    command = List.copyOf(command);
    ports = List.copyOf(ports);
    environment = List.copyOf(environment);
    preStop = List.copyOf(preStop);
    mounts = List.copyOf(mounts);
  }

  /** A port that other objects may call by its name. */
  public record Port(String name, int number) {}

  /**
   * CPU and memory.
   *
   * @param cpuMillis thousandths of a CPU; empty when nothing is said
   * @param memoryBytes bytes; empty when nothing is said
   */
  public record Amounts(Optional<Long> cpuMillis, Optional<Long> memoryBytes) {}

  /**
   * How the kubelet asks a container over HTTP.
   *
   * @param path the path; empty for a probe that opens a connection or runs a command
   * @param port the port, by name or number
   * @param every the time between two questions
   * @param timeout how long an answer may take
   * @param failures how many must fail in a row
   */
  public record Probe(
      Optional<String> path, String port, Duration every, Duration timeout, int failures) {}

  /**
   * A volume seen by the container.
   *
   * @param subPath the one file of the volume that is mounted; such a file never changes while the
   *     pod lives. Empty for the whole volume
   */
  public record Mount(String volume, String path, Optional<String> subPath) {}

  /** The number of one of its ports, which may be written as its name. */
  public Optional<Integer> port(String nameOrNumber) {
    return nameOrNumber.matches("\\d{1,5}")
        ? Optional.of(Integer.valueOf(nameOrNumber))
        : ports.stream()
            .filter(port -> port.name().equals(nameOrNumber))
            .map(Port::number)
            .findFirst();
  }

  /** The variables of that name, in order. */
  public List<EnvironmentVariable> variables(String variable) {
    return environment.stream().filter(each -> each.name().equals(variable)).toList();
  }

  /** What each variable ends up as: the last of each name. */
  public Map<String, EnvironmentVariable> effective() {
    return environment.stream()
        .collect(
            Collectors.toMap(
                EnvironmentVariable::name,
                each -> each,
                (first, last) -> last,
                LinkedHashMap::new));
  }
}
