package dev.atoll.practice.helm;

import static dev.atoll.practice.Citation.bestPractices;

import dev.atoll.aws.Region;
import dev.atoll.facts.Facts;
import dev.atoll.facts.Origin;
import dev.atoll.facts.Seen;
import dev.atoll.facts.Source;
import dev.atoll.facts.Truth;
import dev.atoll.facts.coder.CoderServer;
import dev.atoll.facts.coder.ProxyServer;
import dev.atoll.facts.helm.HelmRelease;
import dev.atoll.practice.About;
import dev.atoll.practice.EvidenceKind;
import dev.atoll.practice.Inspection;
import dev.atoll.practice.Judgement;
import dev.atoll.practice.Practice;
import java.util.Optional;
import java.util.Set;

/**
 * HELM-3. Which Regions there are is the topology's to say, so only our own deployment is judged.
 */
public final class ReleasesPresent implements Practice {

  private static final About ABOUT =
      About.practice("HELM-3", "Each region has the releases that it needs")
          .from(bestPractices("Helm Chart Management, Files Updated"))
          .because(
              "Without lb-controller no load balancer is made; without ebs-controller volumes stay"
                  + " pending; without karpenter workspaces find no node. Each looks like a fault"
                  + " of Coder.")
          .fix(
              "Add what is missing of karpenter, ebs-controller, lb-controller, cert-manager,"
                  + " coder-server, coder-proxy (where a proxy is) and metrics-server.")
          .wants(EvidenceKind.PLAN);

  /** Only these say which releases Terraform makes. */
  private static final Set<Origin> TERRAFORM =
      Set.of(Origin.CONFIGURATION, Origin.PLAN, Origin.STATE);

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Judgement judge(Facts facts) {
    Inspection inspection = new Inspection(ABOUT);
    Optional<Facts> intended = facts.intended();
    if (intended.isEmpty() || !TERRAFORM.contains(facts.origin())) {
      return inspection.judgement("nothing says in which Regions Coder shall be");
    }
    for (CoderServer server : intended.get().all(CoderServer.class).facts()) {
      server
          .region()
          .fold(region -> judge(inspection, facts, region, server.source()), inspection::undecided);
    }
    for (ProxyServer proxy : intended.get().all(ProxyServer.class).facts()) {
      if (proxy.awaits().isEmpty()) {
        proxy
            .region()
            .fold(
                region -> proxy(inspection, facts, region, proxy.source()), inspection::undecided);
      }
    }
    return inspection.judgement("the topology has no Region with Coder");
  }

  /** One that waits for its licence is in a file, and not yet there. */
  private static Inspection proxy(
      Inspection inspection, Facts facts, Region region, Source intended) {
    Truth found =
        Truth.any(
            facts.all(ProxyServer.class).stream(),
            server -> server.region().is(region::equals).and(Truth.of(server.awaits().isEmpty())));
    return inspection
        .look("release")
        .require(
            found.or(elsewhere(facts)),
            "%s has no release coder-proxy".formatted(region),
            intended);
  }

  /** A proxy has a root of its own, and a plan or state is one root's. */
  private static Truth elsewhere(Facts facts) {
    return facts.origin() == Origin.CONFIGURATION
        ? facts.all(ProxyServer.class).gap().map(Truth::open).orElse(Truth.NO)
        : Truth.open("the root of the proxy");
  }

  private static Inspection judge(
      Inspection inspection, Facts facts, Region region, Source intended) {
    for (UsualRelease needed : UsualRelease.values()) {
      inspection
          .look("release")
          .require(
              there(facts.all(HelmRelease.class), region, needed),
              "%s has no release %s".formatted(region, needed.module()),
              intended);
    }
    return inspection;
  }

  /** Not found is open where not everything was seen. */
  private static Truth there(Seen<HelmRelease> releases, Region region, UsualRelease needed) {
    Truth found =
        Truth.any(
            releases.stream(),
            release -> release.region().is(region::equals).and(needed.is(release)));
    return releases.gap().map(why -> found.or(Truth.open(why))).orElse(found);
  }
}
