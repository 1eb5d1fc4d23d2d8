package dev.atoll.itest.twin;

import dev.atoll.aws.Region;
import dev.atoll.itest.twin.PlannedPod.Role;
import dev.atoll.itest.twin.Pod.Running;
import dev.atoll.itest.twin.coder.CoderServer;
import dev.atoll.itest.twin.coder.CoderSettings;
import dev.atoll.itest.twin.litellm.LiteLlmServer;
import dev.atoll.itest.twin.litellm.LiteLlmSettings;
import dev.atoll.itest.twin.network.Addresses;
import dev.atoll.itest.twin.network.Host;
import dev.atoll.itest.twin.network.Kind;
import dev.atoll.itest.twin.pod.SecretValues;
import dev.atoll.itest.twin.pod.Surroundings;
import dev.atoll.traffic.TrafficException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The pods of a twin. */
final class Servers implements AutoCloseable {

  private final List<Pod> pods = new ArrayList<>();

  /**
   * Gives every pod its host and starts none.
   *
   * @param around what is around a pod on that host
   */
  Servers(
      List<PlannedPod> plans,
      Addresses addresses,
      SecretValues secrets,
      Function<Host, Surroundings> around) {
    for (PlannedPod plan : plans) {
      Host host = addresses.host(Kind.POD, plan.region(), plan.toString(), plan.nodes());
      pods.add(new Pod(plan, host, () -> start(plan, secrets, around.apply(host))));
    }
  }

  private static Running start(PlannedPod plan, SecretValues secrets, Surroundings around) {
    if (plan.role() == Role.LITELLM) {
      LiteLlmServer server =
          LiteLlmServer.start(LiteLlmSettings.of(plan.workload(), secrets), around);
      return new Running(Optional.empty(), server::close);
    }
    CoderServer server =
        CoderServer.start(new CoderSettings(plan.workload(), plan.container(), secrets), around);
    return new Running(Optional.of(server), server::kill);
  }

  /**
   * Starts whatever of these does not run.
   *
   * @param missing takes a sentence for each pod that does not start
   */
  void start(Set<Role> roles, List<String> missing) {
    for (Pod pod : pods) {
      try {
        if (roles.contains(pod.plan().role())) {
          pod.start();
        }
      } catch (TrafficException | IllegalArgumentException e) {
        missing.add("%s does not start: %s".formatted(pod.plan(), e.getMessage()));
      }
    }
  }

  List<Pod> all() {
    return List.copyOf(pods);
  }

  List<Pod> in(Region region, Role role) {
    return pods.stream()
        .filter(pod -> pod.plan().role() == role && pod.plan().region().equals(region))
        .toList();
  }

  /**
   * The Coder replicas of a Region.
   *
   * @throws TrafficException when there are none
   */
  List<Pod> coder(Region region) {
    List<Pod> replicas = in(region, Role.CODER);
    if (replicas.isEmpty()) {
      throw new TrafficException("No Coder server runs in " + region);
    }
    return replicas;
  }

  @Override
  public void close() {
    pods.forEach(Pod::kill);
  }
}
