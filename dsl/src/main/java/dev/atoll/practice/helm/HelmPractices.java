package dev.atoll.practice.helm;

import static dev.atoll.practice.Citation.bestPractices;
import static dev.atoll.practice.Citation.page;

import dev.atoll.practice.About;
import dev.atoll.practice.Awaited;
import dev.atoll.practice.Citation;
import dev.atoll.practice.EvidenceKind;
import dev.atoll.practice.Practice;
import dev.atoll.practice.Promise;
import dev.atoll.practice.Severity;
import java.util.List;

/** The rows about Helm releases made by Terraform. */
public final class HelmPractices {

  private static final Citation RELEASE =
      page(
          "Terraform provider helm, helm_release",
          "https://registry.terraform.io/providers/hashicorp/helm/latest/docs/resources/release");
  private static final Citation CHANGELOG =
      page(
          "Terraform provider helm, changelog",
          "https://github.com/hashicorp/terraform-provider-helm/blob/main/CHANGELOG.md");

  private HelmPractices() {}

  /** The rows in the catalogue's order. */
  public static List<Practice> all() {
    return List.of(
        new Awaited(upgradeInstall()),
        new Awaited(releaseSettings()),
        new Awaited(releasesPresent()),
        new Awaited(providerVersion()),
        new Promise(idempotent()),
        new Promise(upgradesInPlace()),
        new Awaited(controllerFirst()));
  }

  static About upgradeInstall() {
    return About.practice(
            "HELM-1", "Every helm_release has upgrade_install, true once its cluster exists")
        .from(
            bestPractices("Helm Chart Management, Decision"),
            RELEASE,
            page(
                "Terraform provider helm 3.1.1, ModifyPlan of helm_release",
                "https://github.com/hashicorp/terraform-provider-helm/blob/v3.1.1/helm/resource_helm_release.go"))
        .corrects(
            "upgrade_install = true on every helm_release.",
            "With true and no version set, the provider asks the cluster for the installed release"
                + " already at plan time. Where the same root makes the cluster, that first plan"
                + " fails: Kubernetes cluster unreachable. With a version set it does not ask, and"
                + " the plan passes without a cluster. The other way is an expression of the"
                + " cluster, unknown until it exists and true ever after.")
        .because(
            "Without it a lost state or a half-failed apply ends in \"cannot re-use a name that is"
                + " still in use\", and somebody uninstalls Coder by hand to get the pipeline"
                + " green.")
        .fix(
            "Write true, and set version on every release, charts of your own too (HELM-2). Where a"
                + " release has no version and its cluster is made in the same root, write an"
                + " expression such as aws_eks_cluster.this.status == \"ACTIVE\".")
        .wants(EvidenceKind.PLAN);
  }

  static About releaseSettings() {
    return About.practice(
            "HELM-2", "Releases create their namespace, wait, install CRDs and pin their version")
        .severity(Severity.WARNING)
        .from(bestPractices("Helm Chart Management, Configuration"), RELEASE)
        .because(
            "Without wait an apply is green while the pods crash-loop. Without a version the next"
                + " apply brings whatever chart is newest, at a time that nobody chose.")
        .fix(
            "create_namespace, wait and wait_for_jobs true, skip_crds false, and version an exact"
                + " number.")
        .wants(EvidenceKind.PLAN);
  }

  static About releasesPresent() {
    return About.practice("HELM-3", "Each region has the releases that it needs")
        .from(bestPractices("Helm Chart Management, Files Updated"))
        .because(
            "Without lb-controller no load balancer is made; without ebs-controller volumes stay"
                + " pending; without karpenter workspaces find no node. Each looks like a fault of"
                + " Coder.")
        .fix(
            "Add what is missing of karpenter, ebs-controller, lb-controller, cert-manager,"
                + " coder-server, coder-proxy (where a proxy is) and metrics-server.")
        .wants(EvidenceKind.PLAN);
  }

  static About providerVersion() {
    return About.practice(
            "HELM-4", "The helm provider is pinned to a version that knows upgrade_install: 3.1.1")
        .from(bestPractices("Helm Chart Management, Helm Provider Version"), CHANGELOG)
        .corrects(
            "upgrade_install was re-added in 3.1.1.",
            "It came in 2.15.0, was missing in 3.0.0 to 3.0.2 and is back since 3.1.0. 3.1.1 fixed"
                + " an \"inconsistent result after apply\" error. Only versions before 2.15.0 and"
                + " 3.0.0 to 3.0.2 lack it.")
        .because(
            "On a version that lacks it every plan fails with \"Unsupported argument\"; a loose"
                + " constraint gets there on the next init, on somebody else's machine.")
        .fix("Pin the provider to 3.1.1 and commit the lock file.")
        .wants(EvidenceKind.PLAN);
  }

  static About idempotent() {
    return About.practice(
            "HELM-5", "Applying again changes nothing, and works even after the state is lost")
        .from(bestPractices("Helm Chart Management, Why This Matters 1"), RELEASE)
        .because(
            "A pipeline that fails on the second run gets run by hand, with options that nobody"
                + " writes down. A lost state is when this matters most.")
        .fix(
            "Set upgrade_install (HELM-1), and keep values free of what changes on every run, such"
                + " as timestamps and random strings.")
        .wants(EvidenceKind.CLUSTER);
  }

  static About upgradesInPlace() {
    return About.practice(
            "HELM-6", "Changing the pinned chart version upgrades the release in place")
        .from(bestPractices("Helm Chart Management, Why This Matters 2"), RELEASE)
        .because(
            "A release that is destroyed and made anew takes its Service with it: a new load"
                + " balancer, new addresses, and an outage until DNS follows.")
        .fix(
            "Change only version. Name and namespace force a replacement: leave them, or move the"
                + " release deliberately.")
        .wants(EvidenceKind.CLUSTER);
  }

  static About controllerFirst() {
    return About.practice(
            "HELM-7",
            "The load balancer controller is ready before any Service, and goes after all")
        .from(
            page(
                "AWS Load Balancer Controller, Helm chart, webhooks",
                "https://github.com/kubernetes-sigs/aws-load-balancer-controller/blob/main/helm/aws-load-balancer-controller/templates/webhook.yaml"),
            page(
                "Terraform, depends_on",
                "https://developer.hashicorp.com/terraform/language/meta-arguments/depends_on"))
        .because(
            "Its webhook fails closed: with the controller registered but not ready every Service"
                + " is refused (\"no endpoints available\"). Destroyed first, it leaves load"
                + " balancers, interfaces and addresses behind, and the VPC cannot be deleted.")
        .fix(
            "Let every release with a Service depend on the controller's, with wait true. Destroy"
                + " then runs the other way round by itself.")
        .wants(EvidenceKind.PLAN, EvidenceKind.CLUSTER);
  }
}
