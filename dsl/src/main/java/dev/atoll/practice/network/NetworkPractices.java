package dev.atoll.practice.network;

import static dev.atoll.practice.Citation.progress;

import dev.atoll.practice.About;
import dev.atoll.practice.Awaited;
import dev.atoll.practice.EvidenceKind;
import dev.atoll.practice.Practice;
import dev.atoll.practice.Severity;
import java.util.List;

/** The rows about the network between regions. */
public final class NetworkPractices {

  private NetworkPractices() {}

  /** The rows in the catalogue's order. */
  public static List<Practice> all() {
    return List.of(
        new VpcCidrsDoNotOverlap(),
        new PeeringIsActive(),
        new RoutesLeadThroughPeering(),
        new PeersAreAdmitted(),
        new ReplicasReachEachOther(),
        new Awaited(latencyBudget()),
        new DistanceBetweenReplicas(),
        new ReplicaPortsOfTheVersion(),
        new PeeringQuota());
  }

  static About latencyBudget() {
    return About.practice(
            "NET-6", "The latency between regions is within its budget: 34 ms, not 111 ms")
        .severity(Severity.WARNING)
        .from(progress("Completed Today, 4. Latency Improvement"), progress("Networking"))
        .because(
            "At 111 ms every relayed keystroke and every database round trip of the far region"
                + " takes over three times as long as at 34 ms. Users feel it long before anything"
                + " times out.")
        .fix(
            "Measure with the probe from region to region. When over budget, look first for a path"
                + " that leaves the peering: a missing route, or a relay through the public name.")
        .wants(EvidenceKind.TRAFFIC);
  }
}
