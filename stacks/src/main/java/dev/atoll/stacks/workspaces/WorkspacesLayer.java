package dev.atoll.stacks.workspaces;

import dev.atoll.aws.Region;
import dev.atoll.facts.Value;
import dev.atoll.facts.litellm.LiteLlmExposure.Way;
import dev.atoll.stacks.helm.Chart;
import dev.atoll.stacks.helm.HelmRelease;
import dev.atoll.stacks.helm.OwnChart;
import dev.atoll.stacks.litellm.LiteLlmLayer;
import dev.atoll.stacks.platform.PlatformLayer;
import dev.atoll.stacks.platform.RegionPlatform;
import dev.atoll.stacks.terraform.Block;
import dev.atoll.stacks.terraform.Layer;
import dev.atoll.stacks.terraform.Resource;
import dev.atoll.topology.CoderRegion;
import dev.atoll.topology.LiteLlmDesign;
import dev.atoll.topology.Topology;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The namespace of workspaces in every Region: what they may take, whom they may call, and their
 * key for LiteLLM.
 *
 * @param releases its release, by Region
 * @param layer its resources
 */
public record WorkspacesLayer(Map<Region, HelmRelease> releases, Layer layer) {

  /** The documents' namespace. */
  public static final String NAMESPACE = "coder-ws";

  /** Where the release is kept: it makes the namespace, which outlives it. */
  private static final String KEEPER = "kube-system";

  private static final OwnChart CHART =
      new OwnChart(
          "workspaces",
          List.of(
              "Chart.yaml",
              "values.yaml",
              "templates/key.yaml",
              "templates/namespace.yaml",
              "templates/policy.yaml",
              "templates/quota.yaml"));

  private static final Duration TIMEOUT = Duration.ofMinutes(5);

  public WorkspacesLayer {
    releases = Map.copyOf(releases);
  }

  /** The namespaces of a topology. */
  public static WorkspacesLayer of(
      Topology topology, PlatformLayer platform, LiteLlmLayer liteLlm) {
    Map<Region, HelmRelease> releases = new LinkedHashMap<>();
    for (CoderRegion region : topology.regions()) {
      RegionPlatform own = platform.regions().get(region.region());
      Optional<CoderRegion> gateway = gateway(topology, region.region());
      List<Resource> before = new ArrayList<>(own.ready());
      // The key's secret is made with LiteLLM; its copies are there when the secret is.
      gateway.ifPresent(home -> before.addAll(workspaceKeys(home.region(), liteLlm)));
      releases.put(
          region.region(),
          new HelmRelease(
              region.region().identifier() + "_workspaces",
              own.provider(),
              "workspaces",
              KEEPER,
              new Chart.Own(CHART),
              values(topology, region, gateway),
              TIMEOUT,
              before));
    }
    return new WorkspacesLayer(
        releases, new Layer("workspaces", List.copyOf(releases.values()), List.of()));
  }

  private static List<Resource> workspaceKeys(Region home, LiteLlmLayer liteLlm) {
    return liteLlm.layer().resources().stream()
        .filter(
            each ->
                each.address()
                    .equals(
                        "aws_secretsmanager_secret.%s_litellm_workspace_key"
                            .formatted(home.identifier())))
        .toList();
  }

  /** The LiteLLM of that Region, else the first one that it reaches. */
  private static Optional<CoderRegion> gateway(Topology topology, Region region) {
    return topology.regions().stream()
        .filter(
            home ->
                home.liteLlm().filter(llm -> llm.isReachedFrom(region, home.region())).isPresent())
        .min(Comparator.comparing(home -> !home.region().equals(region)));
  }

  private static Block values(
      Topology topology, CoderRegion region, Optional<CoderRegion> gateway) {
    Block values =
        Block.of("namespace", NAMESPACE)
            .with(
                "privateNetworks",
                topology.regions().stream()
                    .map(CoderRegion::vpc)
                    .map(Value::asOptional)
                    .flatMap(Optional::stream)
                    .toList());
    return gateway
        .map(home -> values.with("liteLlm", key(topology, region, home.liteLlm().orElseThrow())))
        .orElse(values);
  }

  private static Block key(Topology topology, CoderRegion region, LiteLlmDesign liteLlm) {
    boolean internal = liteLlm.way() == Way.INTERNAL;
    String url =
        internal
            ? "http://gateway.%s.svc.cluster.local:4000".formatted(LiteLlmLayer.NAMESPACE)
            : "https://%s.%s".formatted(liteLlm.name(), topology.domain());
    Block key =
        Block.of("enabled", true)
            .with("url", url)
            .with("from", LiteLlmDesign.workspaceKey(topology.name()))
            .with("region", region.region());
    return internal ? key.with("namespace", LiteLlmLayer.NAMESPACE) : key;
  }
}
