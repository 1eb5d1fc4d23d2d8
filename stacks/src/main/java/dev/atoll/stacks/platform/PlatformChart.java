package dev.atoll.stacks.platform;

import dev.atoll.stacks.helm.Chart;

/** The releases that every cluster has, with the charts that are pinned for them. */
public enum PlatformChart {
  LOAD_BALANCER_CONTROLLER(
      "lb-controller",
      "kube-system",
      "https://aws.github.io/eks-charts",
      "aws-load-balancer-controller",
      "1.17.1"),
  EBS_CONTROLLER(
      "ebs-controller",
      "kube-system",
      "https://kubernetes-sigs.github.io/aws-ebs-csi-driver",
      "aws-ebs-csi-driver",
      "2.53.0"),
  KARPENTER("karpenter", "karpenter", "oci://public.ecr.aws/karpenter", "karpenter", "1.8.2"),
  CERT_MANAGER(
      "cert-manager", "cert-manager", "https://charts.jetstack.io", "cert-manager", "v1.19.1"),
  METRICS_SERVER(
      "metrics-server",
      "kube-system",
      "https://kubernetes-sigs.github.io/metrics-server",
      "metrics-server",
      "3.13.0"),
  EXTERNAL_SECRETS(
      "external-secrets",
      "external-secrets",
      "https://charts.external-secrets.io",
      "external-secrets",
      "1.0.0");

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
