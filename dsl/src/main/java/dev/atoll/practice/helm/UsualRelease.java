package dev.atoll.practice.helm;

import dev.atoll.facts.Truth;
import dev.atoll.facts.helm.HelmRelease;
import java.util.Arrays;
import java.util.Optional;

/**
 * A release that a Region with Coder needs, known by its chart: the names of releases are
 * everybody's own.
 */
enum UsualRelease {
  KARPENTER("karpenter", "karpenter", true),
  EBS_CONTROLLER("ebs-controller", "aws-ebs-csi-driver", false),
  LOAD_BALANCER_CONTROLLER("lb-controller", "aws-load-balancer-controller", true),
  CERT_MANAGER("cert-manager", "cert-manager", true),
  METRICS_SERVER("metrics-server", "metrics-server", true),
  CODER_SERVER("coder-server", "coder", true);

  private final String module;
  private final String chart;
  private final boolean service;

  UsualRelease(String module, String chart, boolean service) {
    this.module = module;
    this.chart = chart;
    this.service = service;
  }

  /** What the documents call it. */
  String module() {
    return module;
  }

  /** Whether its chart makes a Service. */
  boolean hasService() {
    return service;
  }

  /** Whether a release is it. */
  Truth is(HelmRelease release) {
    Truth chartIs = release.chart().is(text -> last(text).equals(chart));
    // A workspace proxy is the same chart.
    return this == CODER_SERVER
        ? chartIs.and(release.release().is(name -> !name.contains("proxy")))
        : chartIs;
  }

  /** Which of them a release is, if any and as far as that is known. */
  static Optional<UsualRelease> of(HelmRelease release) {
    return Arrays.stream(values()).filter(usual -> usual.is(release).isYes()).findFirst();
  }

  private static String last(String chart) {
    return chart.substring(chart.lastIndexOf('/') + 1);
  }
}
