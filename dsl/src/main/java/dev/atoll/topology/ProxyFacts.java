package dev.atoll.topology;

import static dev.atoll.facts.Value.known;
import static dev.atoll.topology.DesignFacts.ref;

import dev.atoll.facts.Fact;
import dev.atoll.facts.coder.ProxyEntry;
import dev.atoll.facts.coder.ProxyServer;
import dev.atoll.facts.secret.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Projects workspace proxies, deployed or awaited, into facts, with the secret of their token. */
final class ProxyFacts {

  private ProxyFacts() {}

  static List<Fact> of(Design design, CoderRegion region) {
    List<Fact> facts = new ArrayList<>();
    region.workspaceProxy().ifPresent(proxy -> add(facts, design, region, proxy));
    return facts;
  }

  private static void add(
      List<Fact> facts, Design design, CoderRegion region, WorkspaceProxy proxy) {
    String key = region.region().identifier();
    String version = design.coder().version();
    facts.add(
        new ProxyEntry(
            proxy.at(),
            ref("coderd_workspace_proxy", key),
            known(proxy.name()),
            known(proxy.displayName()),
            known(proxy.icon()),
            proxy.awaits()));
    facts.add(
        new ProxyServer(
            proxy.at(),
            ref("helm_release", key + "_coder_proxy"),
            known(region.region()),
            known(WorkspaceProxy.NAMESPACE),
            known(proxy.url()),
            known(proxy.wildcard()),
            known("https://" + design.domain().name()),
            known(version),
            known("%s:v%s".formatted(CoderDesign.IMAGE, version)),
            known(Optional.of(WorkspaceProxy.TOKEN)),
            proxy.awaits(),
            Set.of()));
  }

  /** Coder's API token, with which proxies are registered; nothing else here needs one. */
  static List<Fact> apiToken(Design design, CoderRegion primary) {
    if (design.regions().stream().allMatch(region -> region.workspaceProxy().isEmpty())) {
      return List.of();
    }
    return List.of(
        new Secret(
            design.coder().at(),
            ref("aws_secretsmanager_secret", primary.region().identifier() + "_coder_api_token"),
            known(design.name() + "/coder/api-token"),
            known(primary.region()),
            known(primary.region())));
  }
}
