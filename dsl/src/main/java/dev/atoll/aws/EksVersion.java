package dev.atoll.aws;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A Kubernetes version of EKS with the versions of the add-ons that are pinned for it. A new
 * version is a line of the table, and a decision.
 *
 * <p>The versions for 1.33, the CNI's and the agent's are in use in public configurations for it;
 * those for 1.32 and 1.34 were not compared with AWS's tables. {@code aws eks
 * describe-addon-versions} says which there are.
 *
 * @param kubernetes the version, such as {@code 1.33}
 * @param addOns the version of each add-on, by its name
 * @see <a href="https://docs.aws.amazon.com/eks/latest/userguide/managing-coredns.html">CoreDNS
 *     versions by Kubernetes version</a>
 * @see <a
 *     href="https://docs.aws.amazon.com/eks/latest/userguide/managing-kube-proxy.html">kube-proxy
 *     versions by Kubernetes version</a>
 */
public record EksVersion(String kubernetes, Map<String, String> addOns) {

  /** The newest of the table that the tests run against a real API server. */
  public static final String PINNED = "1.33";

  private static final List<EksVersion> TABLE =
      List.of(
          of("1.32", "v1.11.4-eksbuild.2", "v1.32.0-eksbuild.2"),
          of("1.33", "v1.12.1-eksbuild.2", "v1.33.0-eksbuild.2"),
          of("1.34", "v1.12.3-eksbuild.1", "v1.34.0-eksbuild.2"));

  public EksVersion {
    addOns = Map.copyOf(new TreeMap<>(addOns));
  }

  /** The row of that version; empty when the table has none. */
  public static Optional<EksVersion> find(String kubernetes) {
    return TABLE.stream().filter(row -> row.kubernetes().equals(kubernetes)).findFirst();
  }

  /** Every version of the table. */
  public static List<String> known() {
    return TABLE.stream().map(EksVersion::kubernetes).toList();
  }

  private static EksVersion of(String kubernetes, String coreDns, String kubeProxy) {
    return new EksVersion(
        kubernetes,
        Map.of(
            "coredns",
            coreDns,
            "kube-proxy",
            kubeProxy,
            "vpc-cni",
            "v1.20.4-eksbuild.2",
            "eks-pod-identity-agent",
            "v1.3.8-eksbuild.2"));
  }
}
