package dev.atoll.itest.twin;

import dev.atoll.facts.Facts;
import dev.atoll.facts.database.DatabaseCluster;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a twin is made of, as far as the facts say. What they do not say is not invented: it is
 * named in {@code missing}.
 *
 * @param pods the pods, Region by Region
 * @param balancers the load balancers
 * @param database the database cluster that Coder writes to
 * @param missing what cannot be built and why, a sentence each
 */
record Blueprint(
    List<PlannedPod> pods,
    List<PlannedBalancer> balancers,
    Optional<DatabaseCluster> database,
    List<String> missing) {

  Blueprint {
    pods = List.copyOf(pods);
    balancers = List.copyOf(balancers);
    missing = List.copyOf(missing);
  }

  static Blueprint of(Facts facts) {
    List<String> missing = new ArrayList<>();
    List<PlannedPod> pods = new PodPlan(facts, missing).pods();
    List<PlannedBalancer> balancers = new BalancerPlan(facts, pods, missing).balancers();
    Optional<DatabaseCluster> database = database(facts);
    if (database.isEmpty()) {
      missing.add("No database cluster was read, so no server that needs one starts.");
    }
    return new Blueprint(pods, balancers, database, missing);
  }

  /** Coder's own: not one that was made for LiteLLM, and no copy of another. */
  private static Optional<DatabaseCluster> database(Facts facts) {
    return facts.all(DatabaseCluster.class).stream()
        .filter(cluster -> !cluster.secondary().is(Boolean::booleanValue).isYes())
        .filter(cluster -> cluster.region().asOptional().isPresent())
        .min(
            Comparator.comparing(Blueprint::isLiteLlms)
                .thenComparing(cluster -> cluster.ref().key()));
  }

  private static boolean isLiteLlms(DatabaseCluster cluster) {
    return cluster.databaseName().is(name -> name.contains("litellm")).isYes()
        || cluster.identifier().is(name -> name.contains("litellm")).isYes();
  }
}
