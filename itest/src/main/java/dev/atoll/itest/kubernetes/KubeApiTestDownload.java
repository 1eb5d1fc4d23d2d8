package dev.atoll.itest.kubernetes;

import io.fabric8.kubeapitest.KubeAPIServerConfig;
import io.fabric8.kubeapitest.KubeAPIServerConfigBuilder;
import io.fabric8.kubeapitest.binary.BinaryManager;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Lets kube-api-test download the programs. It is used for that alone: it starts them without tying
 * them to this JVM, and on all interfaces.
 *
 * @param limit after which the internet counts as out of reach; kube-api-test itself waits for ever
 */
record KubeApiTestDownload(Duration limit) implements ControlPlaneInstaller.Download {

  /** Published for download; the newest patch releases are not. */
  static final String VERSION = "1.33.0";

  @Override
  public Path into(Path folder) throws IOException {
    KubeAPIServerConfig settings =
        KubeAPIServerConfigBuilder.anAPIServerConfig()
            .withTestDir(folder.toString())
            .withApiServerVersion(VERSION)
            .withOfflineMode(false)
            .withWaitForEtcdHealthCheckOnStartup(false)
            .withStartupTimeout(60_000)
            .build();
    CompletableFuture<Path> apiServer = new CompletableFuture<>();
    Thread thread = new Thread(() -> download(settings, apiServer), "download of Kubernetes");
    thread.setDaemon(true);
    thread.start();
    try {
      return apiServer.get(limit.toMillis(), TimeUnit.MILLISECONDS).getParent();
    } catch (TimeoutException e) {
      throw new IOException("no answer within " + limit.toSeconds() + " s", e);
    } catch (ExecutionException e) {
      throw new IOException(String.valueOf(e.getCause().getMessage()), e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private static void download(KubeAPIServerConfig settings, CompletableFuture<Path> apiServer) {
    try {
      BinaryManager manager = new BinaryManager(settings);
      manager.initAndDownloadIfRequired();
      apiServer.complete(manager.binaries().getApiServer().toPath());
    } catch (RuntimeException | Error e) {
      apiServer.completeExceptionally(e);
    }
  }
}
