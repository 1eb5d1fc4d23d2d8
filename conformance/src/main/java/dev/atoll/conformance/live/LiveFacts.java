package dev.atoll.conformance.live;

import dev.atoll.analysis.secrets.Masking;
import dev.atoll.conformance.suite.ReadBack;
import dev.atoll.facts.Fact;
import dev.atoll.facts.Facts;
import dev.atoll.facts.Facts.Gap;
import dev.atoll.facts.Origin;
import dev.atoll.facts.kubernetes.KubernetesService;
import dev.atoll.facts.kubernetes.Workload;
import dev.atoll.itest.aws.AwsClients;
import dev.atoll.itest.live.Budget;
import dev.atoll.itest.live.LiveAccount;
import dev.atoll.topology.CoderRegion;
import dev.atoll.topology.Topology;
import dev.atoll.traffic.TrafficException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;

/** Facts of a real deployment. What nobody read is a gap, so that "none seen" stays open. */
public final class LiveFacts {

  private LiveFacts() {}

  /**
   * Reads what can be read; what the account refuses to show is a gap, too.
   *
   * @param profile the AWS profile; empty when the account is not to be read
   * @param clusters the clusters; empty when they are not to be read
   * @throws LiveFailure when something that was to be read cannot be
   */
  public static Facts read(
      Topology topology, Optional<String> profile, Optional<LiveClusters> clusters) {
    Facts account =
        profile
            .map(name -> account(topology, name))
            .orElseGet(() -> Facts.of(Origin.LIVE, List.of()));
    List<Gap> gaps = new ArrayList<>();
    if (profile.isEmpty()) {
      gaps.addAll(ofTheAccount(topology));
    }
    if (clusters.isEmpty()) {
      String why = "nobody read the clusters (--kubeconfig)";
      gaps.add(new Gap(Workload.class, why));
      gaps.add(new Gap(KubernetesService.class, why));
    }
    return account
        .and(clusters.map(LiveClusters::facts).orElse(List.of()))
        .lacking(gaps)
        .intending(topology.facts());
  }

  private static Facts account(Topology topology, String profile) {
    try (AwsClients aws = LiveAccount.of(profile, Budget.ofAccount())) {
      return new ReadBack(aws, topology.regions().stream().map(CoderRegion::region).toList())
          .everything();
    } catch (SdkException | TrafficException e) {
      throw new LiveFailure(
          "The account of the AWS profile %s cannot be read: %s%nLook at it with aws sts get-caller-identity --profile %s; AWS's ReadOnlyAccess is enough."
              .formatted(profile, Masking.masked(String.valueOf(e.getMessage())), profile),
          e);
    }
  }

  /** The kinds that a topology speaks of and a cluster does not show. */
  private static List<Gap> ofTheAccount(Topology topology) {
    List<Gap> gaps = new ArrayList<>();
    topology.facts().everything().stream()
        .<Class<? extends Fact>>map(Fact::getClass)
        .distinct()
        .filter(kind -> !kind.getPackage().equals(Workload.class.getPackage()))
        .forEach(kind -> gaps.add(new Gap(kind, "nobody read the account (--profile)")));
    return gaps;
  }
}
