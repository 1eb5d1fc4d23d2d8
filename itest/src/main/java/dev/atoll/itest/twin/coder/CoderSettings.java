package dev.atoll.itest.twin.coder;

import dev.atoll.facts.kubernetes.Container;
import dev.atoll.facts.kubernetes.Workload;
import dev.atoll.itest.twin.pod.Environment;
import dev.atoll.itest.twin.pod.SecretValues;

/**
 * What a Deployment says of the Coder servers, or workspace proxies, that it keeps.
 *
 * @param workload the Deployment
 * @param container Coder's container in it
 * @param secrets what is in the cluster's Secrets when a pod starts
 */
public record CoderSettings(Workload workload, Container container, SecretValues secrets) {

  /**
   * The settings of the container {@code coder}, as the official chart names it; of the only one
   * otherwise.
   *
   * @throws IllegalArgumentException when it cannot be told which container is Coder's
   */
  public static CoderSettings of(Workload workload, SecretValues secrets) {
    Container container =
        workload
            .container("coder")
            .or(() -> workload.containers().stream().filter(each -> isOnly(workload)).findFirst())
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        workload.object() + " has no container \"coder\": it is not Coder's."));
    return new CoderSettings(workload, container, secrets);
  }

  private static boolean isOnly(Workload workload) {
    return workload.containers().size() == 1;
  }

  /** What a pod with that address sees. */
  public Environment environment(String podIp) {
    return Environment.of(workload, container, secrets, podIp);
  }

  /** Whether it is a workspace proxy: {@code coder wsproxy server}. */
  public boolean isProxy() {
    return container.command().contains("wsproxy");
  }
}
