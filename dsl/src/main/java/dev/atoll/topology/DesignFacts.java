package dev.atoll.topology;

import dev.atoll.facts.Fact;
import dev.atoll.facts.Facts;
import dev.atoll.facts.Origin;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Value;
import dev.atoll.facts.aws.Quota;
import dev.atoll.facts.coder.CoderPackage;
import dev.atoll.facts.coder.CoderServer;
import dev.atoll.facts.model.InterRegionLatency;
import dev.atoll.facts.model.Malformed;
import dev.atoll.facts.model.Name;
import dev.atoll.facts.model.RegionRole;
import dev.atoll.facts.state.StateBackend;
import java.util.ArrayList;
import java.util.List;

/**
 * Projects a design into facts: what would be there if it were applied. The references are the
 * addresses that the synthesized resources have, so that facts of the model and facts of the
 * configuration can be compared one to one.
 */
final class DesignFacts {

  private DesignFacts() {}

  /** The design as facts, with itself as the intention. */
  static Facts of(Design design) {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Name(design.at(), ref("name", ""), Name.Of.TOPOLOGY, design.name()));
    facts.add(
        new Name(design.domain().at(), ref("domain", ""), Name.Of.DOMAIN, design.domain().name()));
    for (CoderRegion region : design.regions()) {
      facts.addAll(model(design, region));
      facts.addAll(RegionNetworkFacts.of(design, region));
      facts.addAll(LoadBalancerFacts.of(design, region));
      facts.addAll(RegionClusterFacts.of(region));
      facts.addAll(ProxyFacts.of(design, region));
    }
    for (RegionPeering peering : design.peerings()) {
      facts.add(RegionNetworkFacts.peering(peering));
      facts.add(
          new InterRegionLatency(
              peering.at(),
              ref("latency", peering.identifier()),
              peering.requester(),
              peering.accepter(),
              peering.measuredRoundTrip()));
    }
    facts.addAll(LoadBalancerFacts.requested(design.coder().loadBalancer()));
    for (StatedQuota quota : design.quotas()) {
      facts.add(new Quota(quota.at(), ref("quota", quota.of().name()), quota.of(), quota.limit()));
    }
    facts.addAll(NameFacts.of(design));
    design.coder().licence().ifPresent(facts::add);
    facts.addAll(design.malformed());
    design.regions().stream()
        .filter(CoderRegion::isPrimary)
        .findFirst()
        .ifPresent(
            primary -> {
              facts.addAll(DatabaseFacts.ofCoder(design, primary));
              facts.addAll(ProxyFacts.apiToken(design, primary));
            });
    for (CoderRegion region : design.regions()) {
      region.liteLlm().ifPresent(liteLlm -> facts.addAll(liteLlm(design, region, liteLlm)));
    }
    facts.addAll(state(design.state()));
    Facts projected = Facts.of(Origin.TOPOLOGY, facts);
    return projected.intending(projected);
  }

  private static List<Fact> model(Design design, CoderRegion region) {
    List<Fact> facts = new ArrayList<>();
    String key = region.region().identifier();
    facts.add(new RegionRole(region.at(), ref("region", key), region.region(), region.isPrimary()));
    facts.add(new Name(region.at(), ref("cluster", key), Name.Of.EKS_CLUSTER, region.cluster()));
    facts.add(
        new CoderServer(
            design.coder().at(),
            ref("coder", key),
            Value.known(region.region()),
            Value.known(design.coder().version()),
            Value.known(region.replicas())));
    facts.add(
        new CoderPackage(
            design.coder().at(),
            ref("coder-package", key),
            CoderPackage.Of.SERVER,
            Value.known(design.coder().version()),
            // The images' tags carry the v that the charts' versions lack.
            Value.known("v" + design.coder().version())));
    facts.add(new Name(region.at(), ref("name", key), Name.Of.REGION, region.region().name()));
    region
        .vpc()
        .fold(
            cidr -> false,
            why -> facts.add(new Malformed(region.at(), ref("vpc", key), "VPC CIDR", why)));
    return facts;
  }

  private static List<Fact> liteLlm(Design design, CoderRegion region, LiteLlmDesign liteLlm) {
    List<Fact> facts = new ArrayList<>(DatabaseFacts.ofLiteLlm(design, region, liteLlm));
    facts.addAll(CacheFacts.of(design, region, liteLlm.cache()));
    facts.addAll(LiteLlmFacts.of(design, region, liteLlm));
    return facts;
  }

  private static List<Fact> state(StateStore state) {
    return List.of(
        new Name(state.at(), ref("state", "bucket"), Name.Of.S3_BUCKET, state.bucket()),
        new StateBackend(
            state.at(),
            ref("terraform", "backend"),
            Value.known("s3"),
            Value.known(state.bucket()),
            Value.known(state.region()),
            Value.known(true),
            Value.known(true)));
  }

  /** The address of a resource: the same that synthesis gives it. */
  static Ref ref(String type, String name) {
    return new Ref(name.isEmpty() ? type : type + "." + name);
  }
}
