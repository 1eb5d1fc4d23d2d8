package dev.atoll.itest.eks;

import dev.atoll.itest.cache.Folders;
import dev.atoll.itest.kubernetes.ApiServer;
import dev.atoll.itest.kubernetes.ControlPlane;
import dev.atoll.itest.kubernetes.KubernetesException;
import dev.atoll.itest.localstack.LocalStack;
import dev.atoll.itest.localstack.World;
import dev.atoll.itest.process.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import software.amazon.awssdk.regions.Region;

/**
 * The Kubernetes API of an EKS cluster on the emulator, there before the cluster is: {@code
 * DescribeCluster} answers with its endpoint and certificate authority, and it lets in by {@code
 * aws eks get-token} as EKS does.
 */
public final class EksApi implements AutoCloseable {

  private final LocalStack emulator;
  private final Admission admission;
  private final Path folder;
  private final Authenticator authenticator;
  private final ApiServer server;

  private EksApi(
      LocalStack emulator,
      Admission admission,
      Path folder,
      Authenticator authenticator,
      ApiServer server) {
    this.emulator = emulator;
    this.admission = admission;
    this.folder = folder;
    this.authenticator = authenticator;
    this.server = server;
  }

  /**
   * Starts the API of a cluster and connects the two.
   *
   * @param emulator that has or will have the cluster
   * @param world the account
   * @param region the cluster's Region
   * @param cluster the cluster's name
   * @param progress hears of what takes its time
   * @throws KubernetesException when it cannot be started
   */
  public static EksApi start(
      LocalStack emulator, World world, Region region, String cluster, Progress progress) {
    ControlPlane programs = ControlPlane.install(progress);
    Admission admission = new Admission(world, region, cluster);
    try {
      Path folder = Files.createTempDirectory("atoll-eks-");
      Authenticator authenticator = Authenticator.start(admission, folder);
      try {
        Path configuration = folder.resolve("authenticator.yaml");
        Files.writeString(configuration, authenticator.configuration());
        ApiServer server =
            ApiServer.start(
                programs,
                List.of(
                    "--authentication-token-webhook-version=v1",
                    "--authentication-token-webhook-cache-ttl=5s",
                    "--authentication-token-webhook-config-file=" + configuration),
                progress);
        emulator
            .eksEndpoints()
            .connect(
                world,
                region.id(),
                cluster,
                server.endpoint(),
                server.connection().certificateAuthorityData());
        return new EksApi(emulator, admission, folder, authenticator, server);
      } catch (IOException | RuntimeException e) {
        authenticator.close();
        Folders.delete(folder);
        throw e;
      }
    } catch (IOException e) {
      throw new KubernetesException(
          "The API of cluster " + cluster + " cannot be started: " + e.getMessage(), e);
    }
  }

  /** The cluster as an administrator of it sees it, without EKS. */
  public ApiServer server() {
    return server;
  }

  /** Why somebody who came with a token was not let in, in order. */
  public List<String> refusals() {
    return authenticator.refusals();
  }

  /** Ends what was started, and deletes what it wrote. */
  @Override
  public void close() {
    emulator
        .eksEndpoints()
        .disconnect(admission.world(), admission.region().id(), admission.cluster());
    server.close();
    authenticator.close();
    try {
      Folders.delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
