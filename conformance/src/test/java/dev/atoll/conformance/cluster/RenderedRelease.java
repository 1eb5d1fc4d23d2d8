package dev.atoll.conformance.cluster;

import dev.atoll.aws.Region;
import dev.atoll.facts.Fact;
import dev.atoll.facts.Origin;
import dev.atoll.itest.helm.Helm;
import dev.atoll.itest.helm.Release;
import dev.atoll.itest.kubernetes.read.KubernetesReader;
import dev.atoll.stacks.helm.Chart;
import dev.atoll.stacks.helm.HelmRelease;
import dev.atoll.stacks.helm.OwnChart;
import dev.atoll.stacks.terraform.Attachment;
import dev.atoll.stacks.terraform.Expression;
import dev.atoll.stacks.terraform.Template;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.KubernetesList;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A release as helm would install it: our own charts as they are, and the small stand-in for
 * Coder's. What Terraform knows only after apply stands there as a text of its own kind.
 *
 * @param release its name, namespace, chart and values
 * @param region the Region of its cluster
 */
record RenderedRelease(Release release, Region region) {

  /**
   * @param folder where our own charts are written to
   * @param published where the stand-ins for published charts are
   */
  static RenderedRelease of(HelmRelease release, Path folder, Path published) {
    return new RenderedRelease(
        Release.of(release.release(), release.namespace(), chart(release, folder, published))
            .with(plain(release.values().content(), release.region())),
        release.region());
  }

  private static Path chart(HelmRelease release, Path folder, Path published) {
    try {
      if (release.chart() instanceof Chart.Own own) {
        for (Attachment file : own.chart().attachments()) {
          write(folder.resolve(file.path()), file.text());
        }
        return folder.resolve(OwnChart.FOLDER).resolve(own.chart().name());
      }
      return published.resolve("coder");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static Map<String, Object> plain(Map<?, ?> values, Region region) {
    Map<String, Object> plain = new LinkedHashMap<>();
    values.forEach((key, value) -> plain.put(key.toString(), leaf(value, region)));
    return plain;
  }

  private static Object leaf(Object value, Region region) {
    if (value instanceof Map<?, ?> map) {
      return plain(map, region);
    }
    if (value instanceof List<?> list) {
      return list.stream().map(each -> leaf(each, region)).toList();
    }
    if (value instanceof Template template) {
      return template.parts().stream()
          .map(part -> part instanceof Expression known ? known(known, region) : part.toString())
          .collect(Collectors.joining());
    }
    return value instanceof Expression known ? known(known, region) : value;
  }

  private static String known(Expression expression, Region region) {
    String text = expression.text();
    return text.contains("certificate")
        ? "arn:aws:acm:%s:111122223333:certificate/%s".formatted(region, text.hashCode())
        : text.replaceAll("[^a-z0-9]", "-");
  }

  /** The facts that its objects are. */
  List<Fact> facts(Helm helm) {
    return KubernetesReader.of(objects(helm), region, Origin.CLUSTER);
  }

  private List<HasMetadata> objects(Helm helm) {
    Object read = new KubernetesSerialization().unmarshal("---\n" + yaml(helm));
    return read instanceof KubernetesList list
        ? list.getItems()
        : read instanceof List<?> several
            ? several.stream().map(HasMetadata.class::cast).toList()
            : List.of((HasMetadata) read);
  }

  /** Its objects as helm writes them. */
  String yaml(Helm helm) {
    return helm.template(release);
  }

  /** The same with another value at that path; {@code null} takes it away. */
  RenderedRelease with(Object value, String... path) {
    return new RenderedRelease(
        release.with(changed(release.values(), Arrays.asList(path), value)), region);
  }

  private static Map<String, Object> changed(Map<?, ?> values, List<String> path, Object value) {
    Map<String, Object> changed = new LinkedHashMap<>();
    values.forEach((key, each) -> changed.put(key.toString(), each));
    String key = path.get(0);
    if (path.size() > 1) {
      Object below = changed.getOrDefault(key, Map.of());
      changed.put(key, changed((Map<?, ?>) below, path.subList(1, path.size()), value));
    } else if (value == null) {
      changed.remove(key);
    } else {
      changed.put(key, value);
    }
    return changed;
  }
}
