package dev.atoll.practice.loadbalancer;

import static dev.atoll.practice.Citation.page;

import dev.atoll.facts.Facts;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Truth;
import dev.atoll.facts.cluster.EksCluster;
import dev.atoll.facts.network.NodeInterfaces;
import dev.atoll.facts.network.SecurityGroup;
import dev.atoll.practice.About;
import dev.atoll.practice.EvidenceKind;
import dev.atoll.practice.Inspection;
import dev.atoll.practice.Judgement;
import dev.atoll.practice.Practice;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * LB-10. The controller takes the only group of an interface whatever its tags, and of several the
 * one that is tagged.
 */
public final class OneOwnedGroup implements Practice {

  private static final About ABOUT =
      About.practice(
              "LB-10", "One security group per node interface carries the cluster's ownership tag")
          .from(
              page(
                  "AWS Load Balancer Controller, networking of target groups",
                  "https://github.com/kubernetes-sigs/aws-load-balancer-controller/blob/main/pkg/networking/networking_manager.go"))
          .because(
              "Given two groups with kubernetes.io/cluster/NAME, the controller refuses to choose"
                  + " (\"expected exactly one securityGroup tagged\") and registers no target: the"
                  + " load balancer is up and empty.")
          .fix(
              "Tag only the cluster's own group. Let additional groups, from modules or launch"
                  + " templates, go without the tag.")
          .wants(EvidenceKind.PLAN, EvidenceKind.APPLIED);

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Judgement judge(Facts facts) {
    Inspection inspection = new Inspection(ABOUT);
    for (NodeInterfaces nodes : facts.all(NodeInterfaces.class).facts()) {
      inspection.look("node interface");
      nodes.groups().fold(groups -> judge(inspection, facts, nodes, groups), inspection::undecided);
    }
    facts.all(NodeInterfaces.class).gap().ifPresent(inspection::undecided);
    return inspection.judgement("there are no nodes");
  }

  private static Inspection judge(
      Inspection inspection, Facts facts, NodeInterfaces nodes, Set<Ref> groups) {
    if (groups.size() < 2) {
      return inspection;
    }
    List<Ref> tagged = new ArrayList<>();
    List<String> open = new ArrayList<>();
    for (Ref group : groups) {
      Truth owned = nodes.cluster().fold(cluster -> isTagged(facts, group, cluster), Truth::open);
      if (owned.isYes()) {
        tagged.add(group);
      }
      open.addAll(owned.open());
    }
    if (tagged.size() > 1 || (tagged.isEmpty() && open.isEmpty())) {
      return inspection.violation(
          "%d of the %d security groups of %s carry the tag kubernetes.io/cluster/%s: %s"
              .formatted(tagged.size(), groups.size(), nodes.ref(), nodes.cluster().show(), groups),
          nodes.source());
    }
    open.forEach(inspection::undecided);
    return inspection;
  }

  /** EKS tags the group that it makes for a cluster. */
  private static Truth isTagged(Facts facts, Ref group, String cluster) {
    return facts
        .find(SecurityGroup.class, group)
        .map(found -> found.tags().is(tags -> tags.containsKey("kubernetes.io/cluster/" + cluster)))
        .orElseGet(
            () ->
                Truth.any(
                            facts.all(EksCluster.class).stream(),
                            eks ->
                                eks.group().is(group::equals).and(eks.name().is(cluster::equals)))
                        .isYes()
                    ? Truth.YES
                    : Truth.open("the tags of " + group + ", which was not seen"));
  }
}
