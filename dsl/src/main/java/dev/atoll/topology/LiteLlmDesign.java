package dev.atoll.topology;

import dev.atoll.aws.Region;
import dev.atoll.facts.Source;
import dev.atoll.facts.litellm.LiteLlmExposure.Way;
import java.util.Optional;

/**
 * LiteLLM, the gateway to language models, in one Region.
 *
 * @param at the builder call that described it
 * @param way how it is reached
 * @param name the subdomain or the path; empty when it is internal
 * @param replicas how many pods
 * @param cpus CPUs of each pod
 * @param memory memory of each pod
 * @param database its database
 * @param cache its cache
 */
public record LiteLlmDesign(
    Source at,
    Way way,
    String name,
    int replicas,
    int cpus,
    Memory memory,
    AuroraDesign database,
    CacheDesign cache) {

  /** The label under the domain that it is served under; empty when it is not public. */
  public Optional<String> publicLabel() {
    return way == Way.SUBDOMAIN ? Optional.of(name) : Optional.empty();
  }

  /** The name of the secret with LiteLLM's master key, made out by nobody and seen by nobody. */
  public static String masterKey(String topology) {
    return topology + "/litellm/master-key";
  }

  /** The name of the secret with the key by which LiteLLM encrypts what it stores. */
  public static String saltKey(String topology) {
    return topology + "/litellm/salt-key";
  }

  /** The name of the secret with the key of workspaces, which the rotation writes. */
  public static String workspaceKey(String topology) {
    return topology + "/litellm/workspace-key";
  }

  /** Whether workspaces of that Region reach it when it runs in the other. */
  public boolean isReachedFrom(Region region, Region home) {
    return way != Way.INTERNAL || region.equals(home);
  }
}
