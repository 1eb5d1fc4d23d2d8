package dev.atoll.conformance.read.helm;

import dev.atoll.conformance.read.resource.Root;
import dev.atoll.facts.Origin;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Source;
import dev.atoll.facts.Value;
import dev.atoll.facts.helm.HelmProvider;
import java.util.List;

/** Which version of the helm provider a root asks for. */
public final class HelmProviderReader {

  private HelmProviderReader() {}

  /** What that root says; nothing when it has nothing to do with Helm, or is a state. */
  public static List<HelmProvider> read(Root root) {
    List<HelmProvider> required =
        root.requirements().stream()
            .filter(each -> each.source().endsWith("hashicorp/helm"))
            .map(each -> provider(root, each.place(), each.version()))
            .toList();
    boolean releases =
        root.resources().stream().anyMatch(resource -> resource.type().equals("helm_release"));
    return required.isEmpty() && releases && root.origin() != Origin.STATE
        ? List.of(provider(root, "terraform.required_providers", ""))
        : required;
  }

  private static HelmProvider provider(Root root, String place, String constraint) {
    return new HelmProvider(
        new Source(root.origin(), place), new Ref(place), Value.known(constraint));
  }
}
