package dev.atoll.topology;

import dev.atoll.facts.cluster.EksCluster.Endpoint;
import java.util.List;

/**
 * How an EKS cluster is set up, its name aside.
 *
 * @param kubernetes its version, such as {@code 1.33}
 * @param endpoint who reaches its API server
 */
public record ClusterDesign(String kubernetes, Endpoint endpoint) {

  /** For whom the tokens of service accounts must be made out that shall open a role. */
  public static final String TOKEN_AUDIENCE = "sts.amazonaws.com";

  /**
   * The TCP ports on which the control plane reaches nodes: webhooks and API services on 443 and
   * above, the kubelet on 10250.
   *
   * @see <a href="https://docs.aws.amazon.com/eks/latest/userguide/sec-group-reqs.html">EKS
   *     security group requirements</a>
   */
  public static final List<Integer> PORTS_FROM_CONTROL_PLANE =
      List.of(443, 4443, 6443, 8443, 9443, 10250);
}
