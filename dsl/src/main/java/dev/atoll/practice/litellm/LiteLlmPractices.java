package dev.atoll.practice.litellm;

import static dev.atoll.practice.Citation.bestPractices;
import static dev.atoll.practice.Citation.page;

import dev.atoll.practice.About;
import dev.atoll.practice.Awaited;
import dev.atoll.practice.Citation;
import dev.atoll.practice.EvidenceKind;
import dev.atoll.practice.Practice;
import java.util.List;

/** The rows about LiteLLM: its service, its stores, its keys and their rotation. */
public final class LiteLlmPractices {

  private static final Citation VIRTUAL_KEYS =
      page("LiteLLM, virtual keys", "https://docs.litellm.ai/docs/proxy/virtual_keys");

  private LiteLlmPractices() {}

  /** The rows in the catalogue's order. */
  public static List<Practice> all() {
    return List.of(
        new Awaited(ownSubdomain()),
        new Awaited(size()),
        new Awaited(probes()),
        new Awaited(runningWorkspacesSeeNewKey()),
        new CacheModeOfTheClient(),
        new StoresOfLiteLlm(),
        new Awaited(keysInWorkspaces()),
        new Awaited(rotation()),
        new ExposureOfLiteLlm());
  }

  static About ownSubdomain() {
    return About.practice("LLM-1", "LiteLLM has its own subdomain, NLB and ACM certificate")
        .from(bestPractices("LiteLLM Integration Architecture, Option 1: Separate Subdomain"))
        .because(
            "Sharing Coder's load balancer couples the two: a burst of model calls or a change of"
                + " LiteLLM's certificate then takes Coder down with it.")
        .fix(
            "Give LiteLLM a LoadBalancer Service with an ssl-cert of its own, and a record for llm."
                + " that leads to it.")
        .wants(EvidenceKind.CLUSTER);
  }

  static About size() {
    return About.expectation("LLM-2", "LiteLLM runs 4 replicas with 2 CPU and 4Gi each")
        .from(bestPractices("LiteLLM Integration Architecture, Current Implementation"))
        .because(
            "Fewer or smaller replicas queue model calls at peak. Without the requests the"
                + " scheduler packs them on one node, and one lost node takes them all.")
        .fix(
            "Set replicas 4, and cpu 2 and memory 4Gi as requests and as limits, or change the"
                + " topology, which owns these numbers.")
        .wants(EvidenceKind.CLUSTER);
  }

  static About probes() {
    return About.practice(
            "LLM-7", "LiteLLM is probed on its probe endpoints, and its salt key never changes")
        .from(
            page("LiteLLM, health checks", "https://docs.litellm.ai/docs/proxy/health"),
            page("LiteLLM, production best practices", "https://docs.litellm.ai/docs/proxy/prod"))
        .because(
            "/health calls every model: as a probe it costs money, and a slow model restarts the"
                + " pods. A changed LITELLM_SALT_KEY makes every stored provider key unreadable."
                + " Readiness answers 503 on any database outage and takes all pods out at once: a"
                + " choice to know of.")
        .fix(
            "Probe /health/liveliness and /health/readiness on port 4000. Keep the salt key in"
                + " Secrets Manager, written once, and out of every rotation. Inside a VPC alone,"
                + " allow_requests_on_db_unavailable keeps pods ready without the database.")
        .wants(EvidenceKind.CLUSTER);
  }

  static About runningWorkspacesSeeNewKey() {
    return About.practice("LLM-8", "A running workspace sees the new key before the old one dies")
        .from(
            bestPractices("LiteLLM Integration Architecture, Key Rotation"),
            page(
                "Kubernetes, using Secrets as files",
                "https://kubernetes.io/docs/concepts/configuration/secret/#using-secrets-as-files-from-a-pod"))
        .because(
            "Environment variables never change in a running pod, and neither does a file mounted"
                + " with subPath. Users who left a workspace open get 401 on every model call until"
                + " they restart it, and nobody told them to.")
        .fix(
            "Mount the secret as a directory and read the file for each call, or let both keys live"
                + " longer than a workspace does.")
        .wants(EvidenceKind.CLUSTER, EvidenceKind.TRAFFIC);
  }

  static About keysInWorkspaces() {
    return About.practice(
            "LLM-4", "Each workspace namespace gets its key as a secret, never the master key")
        .from(bestPractices("LiteLLM Integration Architecture, Key Rotation"), VIRTUAL_KEYS)
        .because(
            "The master key makes and deletes keys, changes models and lifts budgets. A user who"
                + " reads it in a workspace owns the gateway and everybody's spending.")
        .fix(
            "Keep the master key in LiteLLM's namespace. Bring a virtual key from Secrets Manager"
                + " into each workspace namespace (coder-ws), with a role that may read that one"
                + " secret only.")
        .wants(EvidenceKind.CLUSTER);
  }

  static About rotation() {
    return About.practice(
            "LLM-5",
            "Rotation is automatic and loses no request: new key first, old one deleted last")
        .from(bestPractices("LiteLLM Integration Architecture, Key Rotation"), VIRTUAL_KEYS)
        .because(
            "A rotation that deletes first breaks every client between the delete and its next read"
                + " of the secret. Aliases are unique, so a fixed alias forces just that order:"
                + " generating the second key is refused.")
        .fix(
            "Generate the new key under a versioned alias, publish it, let both live for the"
                + " overlap, then delete the old one. Expect the deletion to take effect later on"
                + " other replicas, which cache keys.")
        .wants(EvidenceKind.TRAFFIC);
  }
}
