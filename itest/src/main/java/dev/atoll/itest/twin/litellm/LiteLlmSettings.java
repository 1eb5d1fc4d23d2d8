package dev.atoll.itest.twin.litellm;

import dev.atoll.facts.kubernetes.Container;
import dev.atoll.facts.kubernetes.Workload;
import dev.atoll.itest.twin.pod.Environment;
import dev.atoll.itest.twin.pod.SecretValues;
import java.util.List;

/**
 * What a Deployment says of the LiteLLM proxies that it keeps.
 *
 * @param workload the Deployment
 * @param container LiteLLM's container in it
 * @param secrets what is in the cluster's Secrets when a pod starts
 * @param models the names of its {@code model_list}
 */
public record LiteLlmSettings(
    Workload workload, Container container, SecretValues secrets, List<String> models) {

  public LiteLlmSettings {
    models = List.copyOf(models);
  }

  /**
   * The settings of the container {@code litellm}, with one model of the stand-in's own.
   *
   * @throws IllegalArgumentException when there is no such container
   */
  public static LiteLlmSettings of(Workload workload, SecretValues secrets) {
    Container container =
        workload
            .container("litellm")
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        workload.object() + " has no container \"litellm\": it is not LiteLLM's."));
    return new LiteLlmSettings(workload, container, secrets, List.of("stand-in"));
  }

  /** What a pod with that address sees. */
  public Environment environment(String podIp) {
    return Environment.of(workload, container, secrets, podIp);
  }
}
