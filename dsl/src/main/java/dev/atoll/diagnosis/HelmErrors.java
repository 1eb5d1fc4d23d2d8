package dev.atoll.diagnosis;

import static dev.atoll.diagnosis.Written.bestPractices;
import static dev.atoll.diagnosis.Written.page;

import java.util.List;

/** What Terraform's helm provider and Helm say of releases. */
final class HelmErrors {

  private static final String CHANGES =
      page(
          "Terraform provider helm, change log",
          "https://github.com/hashicorp/terraform-provider-helm/blob/main/CHANGELOG.md");
  private static final String RESOURCE =
      page(
          "Terraform provider helm 3.1.1, helm_release",
          "https://github.com/hashicorp/terraform-provider-helm/blob/v3.1.1/helm/resource_helm_release.go");

  private HelmErrors() {}

  static List<KnownError> all() {
    return List.of(
        KnownError.called("helm-cluster-unreachable-at-plan", "HELM-1")
            .reads(
                "failed to check installed release version.{0,600}kubernetes cluster unreachable")
            .markedBy("installed")
            .means(
                "With upgrade_install = true the provider asks the cluster while it plans, and"
                    + " this cluster is made by the same apply: it is not there yet.")
            .fix(
                "Derive it from the cluster: upgrade_install = aws_eks_cluster.NAME.status =="
                    + " \"ACTIVE\" is unknown until the cluster is there and true ever after. Or"
                    + " apply the cluster in a root of its own first.")
            .writtenIn(bestPractices("Enable upgrade_install on All Helm Releases"), RESOURCE),
        KnownError.called("helm-name-in-use", "HELM-1")
            .reads("cannot re-use a name that is still in use")
            .markedBy("re-use")
            .means(
                "A release of that name is in the cluster, and Terraform's state does not know it:"
                    + " an apply that was interrupted, or a state that got lost.")
            .fix(
                "Say upgrade_install = true (one root: derived from the cluster, see HELM-1) and"
                    + " apply again: the release is upgraded in place. Nothing has to be removed.")
            .writtenIn(bestPractices("Enable upgrade_install on All Helm Releases")),
        KnownError.called("helm-upgrade-install-unknown", "HELM-4")
            .reads("an argument named \"upgrade_install\" is not expected here")
            .markedBy("upgrade_install")
            .means(
                "This version of the helm provider has no such argument: it came with 2.15.0, was"
                    + " missing in 3.0.0 to 3.0.2, and is back since 3.1.0.")
            .fix("Pin the provider to 3.1.1 and run terraform init -upgrade.")
            .writtenIn(bestPractices("Helm Provider Version"), CHANGES));
  }
}
