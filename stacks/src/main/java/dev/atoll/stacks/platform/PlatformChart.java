package dev.atoll.stacks.platform;

import dev.atoll.stacks.helm.Chart;

/**
 * The releases that every cluster has, with the charts that are pinned for them: the one table of
 * their versions. A new version is a line here, and a decision: read its release notes, and compare
 * what the controller may do in AWS.
 */
public enum PlatformChart {
  /**
   * Makes load balancers. 2.17.1 is the version whose behaviour was measured, case by case; version
   * 3 is a step of its own.
   *
   * @see <a
   *     href="https://github.com/kubernetes-sigs/aws-load-balancer-controller/tree/v2.17.1/helm/aws-load-balancer-controller">
   *     Chart</a>
   */
  LOAD_BALANCER_CONTROLLER(
      "lb-controller",
      "kube-system",
      "https://aws.github.io/eks-charts",
      "aws-load-balancer-controller",
      "1.17.1"),
  /**
   * Makes volumes.
   *
   * @see <a
   *     href="https://github.com/kubernetes-sigs/aws-ebs-csi-driver/tree/helm-chart-aws-ebs-csi-driver-2.64.0/charts/aws-ebs-csi-driver">
   *     Chart</a>
   */
  EBS_CONTROLLER(
      "ebs-controller",
      "kube-system",
      "https://kubernetes-sigs.github.io/aws-ebs-csi-driver",
      "aws-ebs-csi-driver",
      "2.64.0"),
  /**
   * Starts and stops nodes; Kubernetes 1.33 needs 1.5 or later.
   *
   * @see <a href="https://karpenter.sh/docs/upgrading/compatibility/">Compatibility</a>
   * @see <a
   *     href="https://github.com/aws/karpenter-provider-aws/tree/v1.14.1/charts/karpenter">Chart</a>
   */
  KARPENTER("karpenter", "karpenter", "oci://public.ecr.aws/karpenter", "karpenter", "1.14.1"),
  /**
   * Makes certificates within clusters.
   *
   * @see <a
   *     href="https://github.com/cert-manager/cert-manager/tree/v1.21.1/deploy/charts/cert-manager">
   *     Chart</a>
   */
  CERT_MANAGER(
      "cert-manager", "cert-manager", "https://charts.jetstack.io", "cert-manager", "v1.21.1"),
  /**
   * Measures what pods use.
   *
   * @see <a
   *     href="https://github.com/kubernetes-sigs/metrics-server/tree/metrics-server-helm-chart-3.13.1/charts/metrics-server">
   *     Chart</a>
   */
  METRICS_SERVER(
      "metrics-server",
      "kube-system",
      "https://kubernetes-sigs.github.io/metrics-server",
      "metrics-server",
      "3.13.1"),
  /**
   * Carries secrets from Secrets Manager into namespaces.
   *
   * @see <a
   *     href="https://github.com/external-secrets/external-secrets/tree/helm-chart-2.9.0/deploy/charts/external-secrets">
   *     Chart</a>
   */
  EXTERNAL_SECRETS(
      "external-secrets",
      "external-secrets",
      "https://charts.external-secrets.io",
      "external-secrets",
      "2.9.0");

  private final String release;
  private final String namespace;
  private final String repository;
  private final String chart;
  private final String version;

  PlatformChart(String release, String namespace, String repository, String chart, String version) {
    this.release = release;
    this.namespace = namespace;
    this.repository = repository;
    this.chart = chart;
    this.version = version;
  }

  /** Its name in the cluster: that of the documents' module. */
  public String release() {
    return release;
  }

  /** The namespace that it runs in. */
  public String namespace() {
    return namespace;
  }

  /** The chart in its exact version. */
  public Chart chart() {
    return repository.startsWith("oci:")
        ? new Chart.Oci(repository + "/" + chart, version)
        : new Chart.Published(repository, chart, version);
  }

  /** Its name in Terraform: {@code lb_controller}. */
  String identifier() {
    return release.replace('-', '_');
  }
}
