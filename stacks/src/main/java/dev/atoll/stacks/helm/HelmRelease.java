package dev.atoll.stacks.helm;

import dev.atoll.aws.Region;
import dev.atoll.stacks.terraform.Attachment;
import dev.atoll.stacks.terraform.Block;
import dev.atoll.stacks.terraform.BuiltInProvider;
import dev.atoll.stacks.terraform.Json;
import dev.atoll.stacks.terraform.Provider;
import dev.atoll.stacks.terraform.Resource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A Helm release in a cluster, with the documents' settings: it takes over what is installed
 * already, makes its namespace, and waits until what it made is ready.
 *
 * <p>{@code upgrade_install} is plainly true, also where the same root makes the cluster: the
 * provider asks the cluster while planning only when no version is set, and every release here has
 * one.
 *
 * @param name its name in Terraform
 * @param cluster the provider of its cluster, which says in which way it is made
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
    return cluster.way().type();
  }

  @Override
  public Region region() {
    return cluster.region();
  }

  @Override
  public Provider provider() {
    return byCommand() ? new BuiltInProvider(region()) : cluster;
  }

  @Override
  public Block arguments() {
    return byCommand()
        ? Block.of("triggers_replace", triggers())
            .with("provisioner", List.of(ReleaseCommand.INSTALL.provisioner()))
        : settings();
  }

  /** Whatever is installed otherwise once it changes, the files of our own charts among it. */
  private Block triggers() {
    Block triggers =
        settings().with("region", region()).with("cluster", cluster.cluster().givenName());
    return chart instanceof Chart.Own own
        ? triggers.with("content", own.chart().digest())
        : triggers;
  }

  private Block settings() {
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
  public List<Resource> companions() {
    return byCommand() ? List.of(new Uninstallation(this)) : List.of();
  }

  @Override
  public List<Attachment> attachments() {
    List<Attachment> files = new ArrayList<>();
    if (chart instanceof Chart.Own own) {
      files.addAll(own.chart().attachments());
    }
    if (byCommand()) {
      files.addAll(ReleaseCommand.attachments());
    }
    return List.copyOf(files);
  }

  private boolean byCommand() {
    return cluster.way() == ReleaseWay.COMMAND;
  }
}
