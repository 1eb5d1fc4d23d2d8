package dev.atoll.stacks.helm;

import dev.atoll.aws.Region;
import dev.atoll.stacks.terraform.Attachment;
import dev.atoll.stacks.terraform.Block;
import dev.atoll.stacks.terraform.Json;
import dev.atoll.stacks.terraform.Provider;
import dev.atoll.stacks.terraform.Resource;
import java.time.Duration;
import java.util.List;

/**
 * A Helm release in a cluster, with the documents' settings: it takes over what is installed
 * already, makes its namespace, and waits until what it made is ready.
 *
 * <p>{@code upgrade_install} is plainly true, also where the same root makes the cluster: the
 * provider asks the cluster while planning only when no version is set, and every release here has
 * one.
 *
 * @param cluster the provider of its cluster
 * @param release its name in the cluster
 * @param namespace its namespace
 * @param chart what it installs
 * @param values what it passes to the chart; no secret is among it
 * @param timeout how long Helm waits; longer than a pod may take to end (LB-8)
 * @param dependsOn what must be there before, and on destroy must go after
 */
public record HelmRelease(
    String name,
    HelmProvider cluster,
    String release,
    String namespace,
    Chart chart,
    Block values,
    Duration timeout,
    List<Resource> dependsOn)
    implements Resource {

  public HelmRelease {
    dependsOn = List.copyOf(dependsOn);
  }

  @Override
  public String type() {
    return "helm_release";
  }

  @Override
  public Region region() {
    return cluster.region();
  }

  @Override
  public Provider provider() {
    return cluster;
  }

  @Override
  public Block arguments() {
    Block source = Block.of("name", release).with("namespace", namespace);
    if (chart.repository().isPresent()) {
      source = source.with("repository", chart.repository().get());
    }
    return source
        .with("chart", chart.reference())
        .with("version", chart.version())
        .with("upgrade_install", true)
        .with("create_namespace", true)
        .with("wait", true)
        .with("wait_for_jobs", true)
        .with("skip_crds", false)
        .with("timeout", timeout.toSeconds())
        .with("values", List.of(Json.of(values)));
  }

  @Override
  public List<Attachment> attachments() {
    return chart instanceof Chart.Own own ? own.chart().attachments() : List.of();
  }
}
