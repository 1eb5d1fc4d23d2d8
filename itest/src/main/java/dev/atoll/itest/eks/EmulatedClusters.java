package dev.atoll.itest.eks;

import dev.atoll.aws.Region;
import dev.atoll.itest.aws.AwsClients;
import dev.atoll.itest.cache.Folders;
import dev.atoll.itest.helm.HelmShim;
import dev.atoll.itest.localstack.LocalStack;
import dev.atoll.itest.localstack.World;
import dev.atoll.itest.process.Progress;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The clusters of one deployment on the emulator, and the {@code helm} that installs into them. All
 * of it ends together.
 */
public final class EmulatedClusters implements AutoCloseable {

  private final AwsClients account;
  private final List<EmulatedCluster> clusters;
  private final Path programs;
  private final HelmShim helm;

  private EmulatedClusters(
      AwsClients account, List<EmulatedCluster> clusters, Path programs, HelmShim helm) {
    this.account = account;
    this.clusters = List.copyOf(clusters);
    this.programs = programs;
    this.helm = helm;
  }

  /**
   * Starts one after the other.
   *
   * @param emulator that has or will have the clusters
   * @param world the account
   * @param names the name in EKS of each Region's cluster
   * @throws dev.atoll.itest.kubernetes.KubernetesException when one does not start; none is left
   *     running
   */
  public static EmulatedClusters start(
      LocalStack emulator, World world, Map<Region, String> names, Progress progress) {
    AwsClients account = AwsClients.of(world);
    List<EmulatedCluster> started = new ArrayList<>();
    try {
      HelmShim helm = HelmShim.write(Files.createTempDirectory("atoll-helm-"), progress);
      names.forEach(
          (region, name) -> {
            EksApi api =
                EksApi.start(
                    emulator,
                    world,
                    software.amazon.awssdk.regions.Region.of(region.name()),
                    name,
                    progress);
            started.add(new EmulatedCluster(region, name, api, account));
          });
      return new EmulatedClusters(account, started, emulator.commands(), helm);
    } catch (IOException e) {
      account.close();
      throw new UncheckedIOException(e);
    } catch (RuntimeException e) {
      started.forEach(EmulatedCluster::close);
      account.close();
      throw e;
    }
  }

  /** The clusters by Region, in the order in which they were named. */
  public Map<Region, EmulatedCluster> byRegion() {
    Map<Region, EmulatedCluster> all = new LinkedHashMap<>();
    clusters.forEach(cluster -> all.put(cluster.region(), cluster));
    return all;
  }

  /**
   * The same environment, in which helm finds stand-ins of charts that others publish, and there is
   * an {@code aws} also where the machine has none.
   */
  public Map<String, String> environment(Map<String, String> environment) {
    Map<String, String> seen = new HashMap<>(environment);
    seen.merge("PATH", programs.toString(), (own, ours) -> own + File.pathSeparator + ours);
    return helm.environment(seen);
  }

  /** Has what carries secrets into the clusters take its turn now, and waits for it. */
  public void carrySecrets() {
    clusters.forEach(EmulatedCluster::carrySecrets);
  }

  @Override
  public void close() {
    clusters.forEach(EmulatedCluster::close);
    account.close();
    try {
      Folders.delete(helm.folder());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
