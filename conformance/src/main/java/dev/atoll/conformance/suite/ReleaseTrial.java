package dev.atoll.conformance.suite;

import com.fasterxml.jackson.databind.JsonNode;
import dev.atoll.itest.kubernetes.Kubernetes;
import dev.atoll.itest.terraform.Terraform;
import dev.atoll.itest.terraform.TerraformException;
import dev.atoll.itest.terraform.WorkingDirectory;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A release of a small chart, made by Terraform's real helm provider in a real cluster: installed,
 * its state lost, applied again, changed. The settings are those that Atoll synthesizes; with
 * {@code upgrade_install} off the same steps must fail, else the trial shows nothing.
 */
final class ReleaseTrial {

  private static final String NAME = "trial";
  private static final String REFUSAL = "cannot re-use a name that is still in use";

  private final WorkingDirectory root;
  private final Kubernetes cluster;

  private ReleaseTrial(WorkingDirectory root, Kubernetes cluster) {
    this.root = root;
    this.cluster = cluster;
  }

  /**
   * Prepares a root.
   *
   * @throws dev.atoll.itest.terraform.InitException when the helm provider cannot be had
   */
  static WorkingDirectory prepare(Path folder, Terraform terraform) {
    WorkingDirectory root = terraform.in(folder);
    root.write("main.tf.json", ReleaseTrialRoot.json(NAME, "1.0.0", true));
    root.init();
    return root;
  }

  /** A trial of that root on that cluster. */
  static ReleaseTrial of(WorkingDirectory root, Kubernetes cluster) {
    return new ReleaseTrial(root, cluster);
  }

  /** HELM-5: the state is lost, and another apply takes the release over. */
  PromiseOutcome idempotence() {
    List<String> broken = new ArrayList<>();
    write("1.0.0", true);
    root.apply();
    expect(broken, "after the first apply", revision(), 1);
    loseState();
    write("1.0.0", false);
    refusal().ifPresent(broken::add);
    loseState();
    write("1.0.0", true);
    root.apply();
    expect(broken, "after the state was lost and applied again", revision(), 2);
    if (root.plan(root.folder().resolve("unchanged"))) {
      broken.add("an unchanged second apply would change something");
    }
    return new PromiseOutcome(
        "installed, state lost, applied again: revision 2, then an empty plan; with upgrade_install"
            + " off the provider said \""
            + REFUSAL
            + "\"",
        broken);
  }

  /** HELM-6: another version of the chart upgrades the release, and replaces nothing. */
  PromiseOutcome upgradeInPlace() {
    List<String> broken = new ArrayList<>();
    int before = revision();
    String made = settings().getMetadata().getUid();
    write("1.0.1", true);
    Path plan = root.folder().resolve("upgrade");
    root.plan(plan);
    List<String> actions = actions(root.showPlan(plan));
    if (!actions.equals(List.of("update"))) {
      broken.add("Terraform would do this to the release: " + actions);
    }
    root.apply(plan);
    expect(broken, "after the upgrade", revision(), before + 1);
    ConfigMap after = settings();
    if (!after.getMetadata().getUid().equals(made)) {
      broken.add("the upgrade made its object anew instead of changing it");
    }
    if (!"1.0.1".equals(after.getData().get("version"))) {
      broken.add("the object still says " + after.getData());
    }
    root.destroy();
    return new PromiseOutcome(
        "chart 1.0.0 to 1.0.1: an update in place, revision %d, the object kept its identity"
            .formatted(before + 1),
        broken);
  }

  /** What is wrong when the provider does not refuse a name that is taken. */
  private Optional<String> refusal() {
    try {
      root.apply();
      return Optional.of("with upgrade_install off a lost state went unnoticed");
    } catch (TerraformException refused) {
      return refused.getMessage().contains(REFUSAL)
          ? Optional.empty()
          : Optional.of("with upgrade_install off it failed otherwise: " + refused.getMessage());
    }
  }

  private static void expect(List<String> broken, String when, int seen, int wanted) {
    if (seen != wanted) {
      broken.add("%s the release is at revision %d, not %d".formatted(when, seen, wanted));
    }
  }

  /** Helm keeps a Secret per revision, labelled with its number and what became of it. */
  private int revision() {
    return cluster
        .client()
        .secrets()
        .inNamespace(NAME)
        .withLabel("owner", "helm")
        .list()
        .getItems()
        .stream()
        .map(Secret::getMetadata)
        .filter(meta -> "deployed".equals(meta.getLabels().get("status")))
        .mapToInt(meta -> Integer.parseInt(meta.getLabels().get("version")))
        .max()
        .orElse(0);
  }

  private ConfigMap settings() {
    return cluster.client().configMaps().inNamespace(NAME).withName(NAME).require();
  }

  private static List<String> actions(JsonNode plan) {
    return plan.path("resource_changes").findValues("actions").stream()
        .flatMap(actions -> Stream.of(actions).flatMap(each -> texts(each)))
        .toList();
  }

  private static Stream<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(each -> texts.add(each.asText()));
    return texts.stream();
  }

  private void loseState() {
    try {
      Files.deleteIfExists(root.folder().resolve("terraform.tfstate"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(String version, boolean upgradeInstall) {
    root.write("chart/Chart.yaml", "apiVersion: v2\nname: trial\nversion: " + version + "\n");
    root.write(
        "chart/templates/settings.yaml",
        """
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: trial
        data:
          version: {{ .Chart.Version | quote }}
        """);
    root.write("kubeconfig", cluster.kubeconfig());
    root.write("main.tf.json", ReleaseTrialRoot.json(NAME, version, upgradeInstall));
  }
}
