package dev.atoll.facts.litellm;

import dev.atoll.aws.Region;
import dev.atoll.facts.Fact;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Source;
import dev.atoll.facts.litellm.LiteLlmExposure.Way;

/**
 * LiteLLM as a topology wants it in a Region: only a topology has this fact, a cluster has its
 * workloads.
 *
 * @param region where it runs
 * @param way how it is reached
 * @param name the subdomain; empty when it is internal
 * @param replicas how many pods
 * @param cpuMillis thousandths of a CPU of each pod
 * @param memoryBytes memory of each pod
 */
public record LiteLlmServer(
    Source source,
    Ref ref,
    Region region,
    Way way,
    String name,
    int replicas,
    long cpuMillis,
    long memoryBytes)
    implements Fact {

  /** Whether workspaces of that Region reach it: without a load balancer only those beside it. */
  public boolean isReachedFrom(Region other) {
    return way != Way.INTERNAL || region.equals(other);
  }
}
