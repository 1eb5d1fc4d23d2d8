package dev.atoll.itest.twin;

import dev.atoll.aws.Region;
import dev.atoll.coder.CoderPod;
import dev.atoll.facts.Facts;
import dev.atoll.facts.Ref;
import dev.atoll.facts.coder.CoderPackage.Of;
import dev.atoll.facts.kubernetes.Container;
import dev.atoll.facts.kubernetes.Workload;
import dev.atoll.facts.kubernetes.Workload.Kind;
import dev.atoll.facts.network.NodeInterfaces;
import dev.atoll.facts.network.Subnet;
import dev.atoll.facts.network.Vpc;
import dev.atoll.itest.twin.PlannedPod.Role;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which pods run where. A scheduler spreads the replicas of a workload over zones; here they go
 * round the nodes' subnets in the order of their names, so that every run has the same.
 */
final class PodPlan {

  private static final Set<Kind> SERVING = Set.of(Kind.DEPLOYMENT, Kind.STATEFUL_SET);

  private final Facts facts;
  private final List<String> missing;

  PodPlan(Facts facts, List<String> missing) {
    this.facts = facts;
    this.missing = missing;
  }

  /** Where a pod may be. */
  private record Seat(Ref nodes, String zone) {}

  List<PlannedPod> pods() {
    List<PlannedPod> pods = new ArrayList<>();
    CoderPod.all(facts)
        .forEach(
            pod ->
                place(
                    pods,
                    pod.of() == Of.SERVER ? Role.CODER : Role.PROXY,
                    pod.workload(),
                    pod.container()));
    for (Workload workload : facts.all(Workload.class).facts()) {
      if (SERVING.contains(workload.kind())) {
        liteLlm(workload).ifPresent(found -> place(pods, Role.LITELLM, workload, found));
      }
    }
    if (pods.stream().noneMatch(pod -> pod.role() == Role.CODER)) {
      missing.add("No workload runs a Coder server, so nobody serves the deployment's names.");
    }
    pods.sort(Comparator.comparing(PlannedPod::toString));
    return pods;
  }

  private static Optional<Container> liteLlm(Workload workload) {
    return workload.container("litellm").filter(each -> each.image().contains("litellm"));
  }

  private void place(List<PlannedPod> pods, Role role, Workload workload, Container container) {
    List<Seat> seats = seats(workload.object().region());
    if (seats.isEmpty()) {
      missing.add(
          "No node interfaces were read in %s, so nothing is known of what reaches %s."
              .formatted(workload.object().region(), workload.object()));
    }
    for (int replica = 0; replica < workload.replicas(); replica++) {
      Optional<Seat> seat =
          seats.isEmpty() ? Optional.empty() : Optional.of(seats.get(replica % seats.size()));
      pods.add(
          new PlannedPod(
              role,
              workload,
              container,
              replica,
              seat.map(Seat::nodes),
              seat.map(Seat::zone).orElse("")));
    }
  }

  private List<Seat> seats(Region region) {
    return facts.all(NodeInterfaces.class).stream()
        .filter(nodes -> in(region, nodes))
        .flatMap(
            nodes ->
                nodes.subnets().asOptional().orElse(Set.of()).stream()
                    .map(subnet -> new Seat(nodes.ref(), zone(subnet))))
        .sorted(Comparator.comparing(Seat::zone).thenComparing(seat -> seat.nodes().key()))
        .toList();
  }

  private boolean in(Region region, NodeInterfaces nodes) {
    return nodes
        .vpc()
        .asOptional()
        .flatMap(vpc -> facts.find(Vpc.class, vpc))
        .flatMap(vpc -> vpc.region().asOptional())
        .filter(region::equals)
        .isPresent();
  }

  private String zone(Ref subnet) {
    return facts
        .find(Subnet.class, subnet)
        .flatMap(found -> found.zone().asOptional())
        .orElse(subnet.key());
  }
}
