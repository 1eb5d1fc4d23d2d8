package dev.atoll.practice.litellm;

import static dev.atoll.practice.Citation.bestPractices;

import dev.atoll.facts.Facts;
import dev.atoll.facts.Source;
import dev.atoll.facts.Truth;
import dev.atoll.facts.kubernetes.Container;
import dev.atoll.facts.kubernetes.EnvironmentVariable;
import dev.atoll.facts.kubernetes.EnvironmentVariable.SecretKey;
import dev.atoll.facts.kubernetes.KubernetesSecret;
import dev.atoll.facts.kubernetes.Namespace;
import dev.atoll.facts.kubernetes.Workload;
import dev.atoll.facts.litellm.LiteLlmServer;
import dev.atoll.practice.About;
import dev.atoll.practice.EvidenceKind;
import dev.atoll.practice.Harm;
import dev.atoll.practice.Inspection;
import dev.atoll.practice.Judgement;
import dev.atoll.practice.Practice;
import dev.atoll.practice.Subject;
import java.util.List;

/** LLM-4. */
public final class KeysInWorkspaces implements Practice {

  private static final About ABOUT =
      About.practice(
              "LLM-4", "Each workspace namespace gets its key as a secret, never the master key")
          .subject(Subject.LITELLM)
          .harm(Harm.LETS_IN)
          .from(
              bestPractices("LiteLLM Integration Architecture, Key Rotation"),
              LiteLlmPractices.VIRTUAL_KEYS)
          .because(
              "The master key makes and deletes keys, changes models and lifts budgets. A user who"
                  + " reads it in a workspace owns the gateway and everybody's spending.")
          .fix(
              "Keep the master key in LiteLLM's namespace. Bring a virtual key from Secrets Manager"
                  + " into each workspace namespace (coder-ws), with a role that may read that one"
                  + " secret only.")
          .wants(EvidenceKind.CLUSTER);

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Judgement judge(Facts facts) {
    Inspection inspection = new Inspection(ABOUT);
    WorkspaceNamespaces workspaces = new WorkspaceNamespaces(facts);
    MasterKey master = MasterKey.of(facts);
    for (Namespace namespace : workspaces.all()) {
      inspection.look("workspace namespace");
      noMasterKey(inspection, workspaces, master, namespace);
      if (reachesLiteLlm(facts, namespace)) {
        hasKey(inspection, facts, workspaces, namespace);
      }
    }
    facts.all(Namespace.class).gap().ifPresent(inspection::undecided);
    return inspection.judgement("no namespace for workspaces was read");
  }

  private static boolean reachesLiteLlm(Facts facts, Namespace namespace) {
    return facts
        .intended()
        .map(intended -> intended.all(LiteLlmServer.class).facts())
        .map(
            servers ->
                servers.stream()
                    .anyMatch(server -> server.isReachedFrom(namespace.object().region())))
        .orElseGet(() -> !LiteLlmPod.all(facts).isEmpty());
  }

  private static void hasKey(
      Inspection inspection, Facts facts, WorkspaceNamespaces workspaces, Namespace namespace) {
    Truth unseen = facts.all(KubernetesSecret.class).gap().map(Truth::open).orElse(Truth.NO);
    List<String> named = workspaces.keySecrets(namespace);
    boolean there =
        workspaces.secrets(namespace).stream()
            .anyMatch(secret -> named.contains(secret.object().name()));
    inspection.require(
        there ? Truth.YES : unseen,
        named.isEmpty()
            ? "%s gets no key of LiteLLM".formatted(namespace.object())
            : "nothing has filled the Secret %s of %s yet"
                .formatted(String.join(", ", named), namespace.object()),
        namespace.source());
  }

  private static void noMasterKey(
      Inspection inspection,
      WorkspaceNamespaces workspaces,
      MasterKey master,
      Namespace namespace) {
    workspaces.carried(namespace).stream()
        .filter(master::isCarriedBy)
        .forEach(carried -> found(inspection, carried.object().toString(), carried.source()));
    workspaces.secrets(namespace).stream()
        .filter(secret -> secret.keys().contains(MasterKey.VARIABLE))
        .forEach(secret -> found(inspection, secret.object().toString(), secret.source()));
    for (Workload workload : workspaces.workloads(namespace)) {
      if (workload.containers().stream().anyMatch(KeysInWorkspaces::hasMasterKey)) {
        found(inspection, workload.object().toString(), workload.source());
      }
    }
  }

  private static boolean hasMasterKey(Container container) {
    return container.environment().stream().anyMatch(KeysInWorkspaces::isMasterKey);
  }

  private static boolean isMasterKey(EnvironmentVariable variable) {
    return variable.name().equals(MasterKey.VARIABLE)
        || (variable.from() instanceof SecretKey key && key.key().equals(MasterKey.VARIABLE));
  }

  private static void found(Inspection inspection, String where, Source source) {
    inspection.violation(
        "LiteLLM's master key is in %s, where users can read it".formatted(where), source);
  }
}
