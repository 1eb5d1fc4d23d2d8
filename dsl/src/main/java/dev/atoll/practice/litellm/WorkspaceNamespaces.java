package dev.atoll.practice.litellm;

import dev.atoll.facts.Facts;
import dev.atoll.facts.kubernetes.CarriedSecret;
import dev.atoll.facts.kubernetes.KubernetesSecret;
import dev.atoll.facts.kubernetes.Namespace;
import dev.atoll.facts.kubernetes.ObjectName;
import dev.atoll.facts.kubernetes.Workload;
import java.util.List;
import java.util.stream.Stream;

/** Where workspaces run, and what there is of LiteLLM. */
final class WorkspaceNamespaces {

  /** The documents' namespace. */
  static final String DOCUMENTED = "coder-ws";

  /** The label of namespaces that hold workspaces, whatever they are called. */
  static final String LABEL = "atoll.dev/workspaces";

  private final Facts facts;

  WorkspaceNamespaces(Facts facts) {
    this.facts = facts;
  }

  List<Namespace> all() {
    return facts.all(Namespace.class).stream()
        .filter(WorkspaceNamespaces::holdsWorkspaces)
        .toList();
  }

  static boolean holdsWorkspaces(Namespace namespace) {
    return namespace.object().name().equals(DOCUMENTED)
        || "true".equals(namespace.labels().get(LABEL));
  }

  boolean hold(ObjectName object) {
    return all().stream().anyMatch(namespace -> contains(namespace, object));
  }

  List<Workload> workloads(Namespace namespace) {
    return facts.all(Workload.class).stream()
        .filter(each -> contains(namespace, each.object()))
        .toList();
  }

  List<KubernetesSecret> secrets(Namespace namespace) {
    return facts.all(KubernetesSecret.class).stream()
        .filter(each -> contains(namespace, each.object()))
        .toList();
  }

  List<CarriedSecret> carried(Namespace namespace) {
    return facts.all(CarriedSecret.class).stream()
        .filter(each -> contains(namespace, each.object()))
        .toList();
  }

  /** What carries a key of LiteLLM there. */
  List<CarriedSecret> carriedKeys(Namespace namespace) {
    return carried(namespace).stream().filter(each -> isKey(each.target())).toList();
  }

  private static boolean isKey(String secret) {
    return secret.contains("litellm");
  }

  /** The names of Secrets there that hold a key of LiteLLM: they say so in their name. */
  List<String> keySecrets(Namespace namespace) {
    return Stream.concat(
            carried(namespace).stream().map(CarriedSecret::target),
            secrets(namespace).stream().map(secret -> secret.object().name()))
        .filter(WorkspaceNamespaces::isKey)
        .distinct()
        .toList();
  }

  private static boolean contains(Namespace namespace, ObjectName object) {
    return namespace.object().region().equals(object.region())
        && namespace.object().name().equals(object.namespace());
  }
}
