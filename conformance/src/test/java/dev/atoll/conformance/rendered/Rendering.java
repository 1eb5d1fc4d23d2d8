package dev.atoll.conformance.rendered;

import dev.atoll.aws.Region;
import dev.atoll.facts.Fact;
import dev.atoll.facts.Origin;
import dev.atoll.itest.helm.Helm;
import dev.atoll.itest.helm.Release;
import dev.atoll.itest.kubernetes.read.KubernetesReader;
import dev.atoll.stacks.helm.Chart;
import dev.atoll.stacks.helm.HelmRelease;
import dev.atoll.stacks.terraform.Attachment;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Charts of our own with the values that were synthesized, rendered by helm itself. */
final class Rendering implements AutoCloseable {

  private final Path folder;
  private final Helm helm = Helm.of("apiVersion: v1\nkind: Config\n", line -> {});
  private final KubernetesClient client = new KubernetesClientBuilder().build();

  Rendering(Path folder) {
    this.folder = folder;
  }

  /** The objects of a release as YAML; an expression of Terraform stands there as its text. */
  String yaml(HelmRelease release) throws IOException {
    return helm.template(asRelease(release));
  }

  /** What helm says of the chart with these values. */
  List<String> lint(HelmRelease release) throws IOException {
    return helm.lint(asRelease(release));
  }

  private Release asRelease(HelmRelease release) throws IOException {
    for (Attachment file : release.attachments()) {
      Path path = folder.resolve(file.path());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.text());
    }
    Path chart =
        folder.resolve("atoll.charts").resolve(((Chart.Own) release.chart()).chart().name());
    return new Release(
        release.release(),
        release.namespace(),
        chart,
        release.values().attributes(),
        Duration.ZERO);
  }

  /** What a cluster would hold of these objects. */
  List<Fact> facts(String yaml, Region region) {
    List<HasMetadata> objects =
        client.load(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8))).items();
    return KubernetesReader.of(objects, region, Origin.CLUSTER);
  }

  @Override
  public void close() {
    client.close();
    helm.close();
  }
}
