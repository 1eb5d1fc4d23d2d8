package dev.atoll.practice.network;

import dev.atoll.practice.Practice;
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
        new LatencyBudget(),
        new DistanceBetweenReplicas(),
        new ReplicaPortsOfTheVersion(),
        new PeeringQuota());
  }
}
