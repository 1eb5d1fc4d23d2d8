package dev.atoll.diagnosis;

import static dev.atoll.diagnosis.Written.page;
import static dev.atoll.diagnosis.Written.progress;

import java.util.List;

/** What replicas write when they see each other in the database and cannot talk. */
final class ReplicaErrors {

  private static final String TIME_OUT =
      "(timeout|time-out|timed out|deadline exceeded|no route to host)";
  private static final String REPLICASYNC =
      page(
          "Coder 2.27.1, replicasync",
          "https://github.com/coder/coder/blob/v2.27.1/enterprise/replicasync/replicasync.go");

  private ReplicaErrors() {}

  static List<KnownError> all() {
    return List.of(
        KnownError.called("replica-dial-timeout", "NET-5")
            .reads("failed to dial peers:.{0,300}" + TIME_OUT)
            .markedBy("peers")
            .means(
                "The replica found the others in the database and their packets, or the answers,"
                    + " get lost on the way: a missing peering, route or security group rule. DERP"
                    + " is not the first suspect: without a path nothing answers at all.")
            .fix(
                "atoll diagnose --state FILE (or --live) names the missing piece. What must be"
                    + " there: an active peering, routes both ways in every route table of the"
                    + " nodes, and TCP 8080 from the peer's VPC CIDR on the nodes' own groups.")
            .writtenIn(progress("2. Cross-Region Replica Communication"), REPLICASYNC),
        KnownError.called("replica-dial-refused", "CDR-4")
            .reads("failed to dial peers:.{0,300}connection refused")
            .markedBy("peers")
            .means(
                "The path is open, as a refusal came back, but nobody listens there: a replica"
                    + " that is just ending, or a relay URL that is not the pod's own address.")
            .fix(
                "Wait a minute if a rollout runs. Otherwise see that"
                    + " CODER_DERP_SERVER_RELAY_URL is http://$(KUBE_POD_IP):8080, once, and that"
                    + " the chart sets it, not coder.env.")
            .writtenIn(progress("3. DERP Server Configuration"), REPLICASYNC),
        KnownError.called("derp-map-missing", "CDR-4")
            .reads("derp map has no regions")
            .markedBy("derp")
            .means(
                "Coder does not start: its own relay is off (CODER_DERP_SERVER_ENABLE=false), and"
                    + " nobody gave it a map of other relays.")
            .fix(
                "Set CODER_DERP_SERVER_ENABLE to \"true\" in every Region. Relays elsewhere need"
                    + " CODER_DERP_CONFIG_URL or CODER_DERP_CONFIG_PATH.")
            .writtenIn(
                progress("3. DERP Server Configuration"),
                page(
                    "Coder 2.27.0, tailnet",
                    "https://github.com/coder/coder/blob/v2.27.0/tailnet/derpmap.go")),
        KnownError.called("derp-latency-check", "CDR-5")
            .reads("(?<!dial peers.{0,300})/derp/latency-check.{0,80}" + TIME_OUT)
            .markedBy("/derp/latency-check")
            .means(
                "Clients and replicas measure their way to the relay there. Nobody answered:"
                    + " the path is closed, or the server is down. A server whose DERP is off"
                    + " does answer, 200 with the dashboard's HTML, so status 200 proves nothing.")
            .fix(
                "Ask from the other Region, curl -i URL/derp/latency-check: 200 with an empty body"
                    + " is right. HTML means CODER_DERP_SERVER_ENABLE is not true; silence means"
                    + " the network (NET-5).")
            .writtenIn(progress("3. DERP Server Configuration")));
  }
}
