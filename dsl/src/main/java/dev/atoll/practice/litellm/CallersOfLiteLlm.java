package dev.atoll.practice.litellm;

import dev.atoll.analysis.networkpolicy.Endpoint;
import dev.atoll.analysis.networkpolicy.NetworkPolicies;
import dev.atoll.analysis.networkpolicy.Passage;
import dev.atoll.aws.Cidr;
import dev.atoll.aws.Region;
import dev.atoll.facts.Facts;
import dev.atoll.facts.Ref;
import dev.atoll.facts.kubernetes.Namespace;
import dev.atoll.facts.kubernetes.ObjectName;
import dev.atoll.facts.kubernetes.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Who may call LiteLLM in one cluster, as network policies decide it.
 *
 * <p>Coder's traffic is that of its servers and of workspaces. What runs beside LiteLLM in its own
 * namespace, such as the rotation of keys, is its own. Everybody else stands for himself: every
 * workload, a pod without labels in every namespace and in one that nobody has made yet, and
 * whatever is no pod.
 */
final class CallersOfLiteLlm {

  private static final Cidr NO_POD = Cidr.ANYWHERE;

  private final LiteLlmPod liteLlm;
  private final Facts facts;
  private final NetworkPolicies policies;
  private final ObjectName unmade;

  CallersOfLiteLlm(LiteLlmPod liteLlm, Facts facts) {
    this.liteLlm = liteLlm;
    this.facts = facts;
    this.unmade = new ObjectName(liteLlm.region(), "", "any-other-namespace");
    this.policies =
        NetworkPolicies.over(
            facts.and(
                List.of(
                    new Namespace(
                        liteLlm.workload().source(),
                        new Ref(unmade.toString()),
                        unmade,
                        Map.of()))));
  }

  /** The ways of those who shall reach it. */
  List<Passage> invited() {
    return Stream.concat(
            workloads().filter(CallersOfLiteLlm::runsCoder).<Endpoint>map(Endpoint.Pod::of),
            namespaces().filter(WorkspaceNamespaces::holdsWorkspaces).map(this::stranger))
        .map(this::ask)
        .toList();
  }

  /** The ways of those who shall not. */
  List<Passage> uninvited() {
    List<Endpoint> others = new ArrayList<>();
    workloads().filter(this::isForeign).map(Endpoint.Pod::of).forEach(others::add);
    namespaces().filter(this::isForeign).map(this::stranger).forEach(others::add);
    others.add(Endpoint.Pod.stranger(liteLlm.region(), unmade.name()));
    others.add(new Endpoint.Outside(NO_POD));
    return others.stream().map(this::ask).toList();
  }

  private Passage ask(Endpoint caller) {
    return policies.ask(caller, Endpoint.Pod.of(liteLlm.workload()), "TCP", LiteLlmPod.PORT);
  }

  private boolean isForeign(Workload workload) {
    return !runsCoder(workload) && isForeign(workload.object().namespace());
  }

  private boolean isForeign(Namespace namespace) {
    return isForeign(namespace.object().name())
        && workloads()
            .filter(CallersOfLiteLlm::runsCoder)
            .noneMatch(coder -> coder.object().namespace().equals(namespace.object().name()));
  }

  private boolean isForeign(String namespace) {
    return !namespace.equals(liteLlm.workload().object().namespace())
        && namespaces()
            .filter(WorkspaceNamespaces::holdsWorkspaces)
            .noneMatch(each -> each.object().name().equals(namespace));
  }

  private Endpoint stranger(Namespace namespace) {
    return Endpoint.Pod.stranger(liteLlm.region(), namespace.object().name());
  }

  private Stream<Workload> workloads() {
    return facts.all(Workload.class).stream().filter(each -> isHere(each.object().region()));
  }

  private Stream<Namespace> namespaces() {
    return facts.all(Namespace.class).stream().filter(each -> isHere(each.object().region()));
  }

  private boolean isHere(Region region) {
    return region.equals(liteLlm.region());
  }

  /** Known by its image, since labels and names are anybody's choice. */
  private static boolean runsCoder(Workload workload) {
    return workload.containers().stream()
        .map(container -> container.image().replaceFirst("@.*", "").replaceFirst(":[^/]*$", ""))
        .anyMatch(image -> image.substring(image.lastIndexOf('/') + 1).equals("coder"));
  }
}
