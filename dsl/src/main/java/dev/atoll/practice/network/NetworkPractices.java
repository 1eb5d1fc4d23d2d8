package dev.atoll.practice.network;

import static dev.atoll.practice.Citation.page;
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
        // NET-1 to NET-5 stand here, each as its own class.
        new Awaited(latencyBudget()),
        new Awaited(replicasClose()),
        new Awaited(replicaPorts()),
        new Awaited(peeringQuota()));
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

  static About replicasClose() {
    return About.practice(
            "NET-6b", "Coder servers are near each other and within 10 ms of their database")
        .severity(Severity.WARNING)
        .from(
            progress("Completed Today, 4. Latency Improvement"),
            page(
                "Coder, High Availability",
                "https://coder.com/docs/admin/networking/high-availability"),
            page(
                "Coder, Validated Architectures, database performance",
                "https://coder.com/docs/admin/infrastructure/validated-architectures"),
            page(
                "Coder, Workspace Proxies",
                "https://coder.com/docs/admin/networking/workspace-proxies"))
        .because(
            "Coder's documentation calls high availability a matter of one region and wants less"
                + " than 10 ms between a server and its database. A request makes several database"
                + " round trips one after the other: at 34 ms, ten of them are a third of a second,"
                + " on every click of the far region's users.")
        .fix(
            "Keep all servers and the writer in one region, and serve distance with workspace"
                + " proxies, which need no database. Replicas at 34 ms are a choice: say so with"
                + " both numbers.")
        .wants(EvidenceKind.MODEL);
  }

  static About replicaPorts() {
    return About.practice(
            "NET-6c", "The ports open between replicas are those of the Coder version")
        .from(
            progress("Important Notes 3"),
            page(
                "Coder Helm chart 2.27.1, container spec",
                "https://github.com/coder/coder/blob/v2.27.1/helm/coder/templates/_coder.tpl"),
            page(
                "coder/coder pull request 26591, cluster port 6222",
                "https://github.com/coder/coder/pull/26591"),
            page(
                "coder/coder pull request 29283, cluster on by default",
                "https://github.com/coder/coder/pull/29283"))
        .because(
            "2.27 relays between replicas on 8080 (DERP). Newer servers also connect to each other"
                + " on 6222 (NATS), first as an experiment, later by default. After such an upgrade"
                + " with only 8080 open, replicas look healthy while updates of one region never"
                + " reach the other.")
        .fix(
            "Open what the version table names for the version, in both directions, in the same"
                + " change as the upgrade. For a version that is not in the table, find out first.")
        .wants(EvidenceKind.MODEL, EvidenceKind.APPLIED);
  }

  static About peeringQuota() {
    return About.practice(
            "NET-7", "A full mesh of peerings stays within the quota; past it a Transit Gateway")
        .from(
            page(
                "Amazon VPC endpoints and quotas",
                "https://docs.aws.amazon.com/general/latest/gr/vpc-service.html"))
        .because(
            "A VPC has 50 active peerings by default and never more than 125. A full mesh gives"
                + " each of N regions N − 1, so the apply of region 52 fails halfway, with some"
                + " regions connected and others not.")
        .fix(
            "Up to 51 regions: full mesh. Up to 126: ask for the quota first. Beyond that: peer"
                + " Transit Gateways, one per region. Other peerings of a VPC count too.")
        .wants(EvidenceKind.MODEL);
  }
}
