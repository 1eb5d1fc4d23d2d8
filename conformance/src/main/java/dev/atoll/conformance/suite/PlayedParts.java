package dev.atoll.conformance.suite;

import dev.atoll.conformance.report.Backend;
import dev.atoll.conformance.report.EvidenceLog;

/** What an applied deployment runs on here, and who plays what is missing, for the report. */
final class PlayedParts {

  private final EvidenceLog log;

  private PlayedParts(EvidenceLog log) {
    this.log = log;
  }

  static void tell(EvidenceLog log) {
    PlayedParts parts = new PlayedParts(log);
    parts.played(
        Clusters.LOAD_BALANCERS,
        "makes and removes load balancers for Services, by a table of what the real one does",
        "the real one is a pod, and no pods run here");
    parts.played(
        Clusters.CHARTS,
        "small charts with the value keys of the real ones",
        "the makers' charts cannot be fetched here");
    parts.played(
        Clusters.SECRETS,
        "fills Secrets from Secrets Manager; the first key of workspaces is written for it",
        "operator and rotation are pods, and no pods run here");
    parts.played(
        UsersWorkspace.STAND_IN,
        "a Deployment as a template of Coder's makes it, with the key of LiteLLM mounted",
        "users make workspaces, and there are none here");
    log.backend(
        new Backend(
            "Kubernetes",
            "kube-apiserver and etcd, a pair for each cluster; no pods, no controllers",
            "1.33",
            Backend.Nature.REAL,
            "as processes on loopback"));
    parts.played(
        Nodes.STAND_IN,
        "one instance per subnet of each node group, from its launch template, as EKS starts them",
        "the emulator keeps node groups as records and starts nothing");
  }

  private void played(StandIn part, String what, String why) {
    log.backend(new Backend(part.name(), what, "Atoll's own", Backend.Nature.STAND_IN, why));
  }
}
