package dev.atoll.itest.kubernetes;

import dev.atoll.itest.process.ChildProcess;
import dev.atoll.itest.process.FreePort;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** The way from the programs to an API that answers. */
final class Startup {

  static final String LOG = "kube-apiserver.log";

  /** It takes 3 to 6 s; several at once on a busy machine much longer. */
  private static final Duration LIMIT = Duration.ofMinutes(2);

  private final ControlPlane programs;
  private final Path folder;
  private final List<ChildProcess> processes = new ArrayList<>();

  Startup(ControlPlane programs, Path folder) {
    this.programs = programs;
    this.folder = folder;
  }

  Path folder() {
    return folder;
  }

  /** Those that run so far, in the order in which they should end. */
  List<ChildProcess> processes() {
    return List.copyOf(processes);
  }

  /** Starts etcd; the port of its clients. */
  int etcd() throws IOException {
    int port = FreePort.find();
    String clients = "http://127.0.0.1:" + port;
    String peers = "http://127.0.0.1:" + FreePort.find();
    launch(
        "etcd.log",
        programs.etcd().toString(),
        "--data-dir=" + folder.resolve("etcd"),
        "--listen-client-urls=" + clients,
        "--advertise-client-urls=" + clients,
        "--listen-peer-urls=" + peers,
        "--initial-advertise-peer-urls=" + peers,
        "--initial-cluster=default=" + peers,
        // What is kept lives as long as the process.
        "--unsafe-no-fsync");
    return port;
  }

  /** Starts kube-apiserver; returns when it is known how to reach it. */
  Connection apiServer(int etcd, List<String> flags) throws IOException {
    String token = HexFormat.of().formatHex(new SecureRandom().generateSeed(24));
    Files.writeString(folder.resolve("tokens.csv"), token + ",atoll,atoll,system:masters\n");
    SigningKey.write(folder.resolve("service-accounts.pem"));
    int port = FreePort.find();
    List<String> words =
        new ArrayList<>(
            List.of(
                programs.apiServer().toString(),
                "--etcd-servers=http://127.0.0.1:" + etcd,
                "--bind-address=127.0.0.1",
                "--advertise-address=127.0.0.1",
                // Loopback is no address for the endpoints of the service "kubernetes".
                "--endpoint-reconciler-type=none",
                "--secure-port=" + port,
                "--cert-dir=" + folder.resolve("certificates"),
                "--token-auth-file=" + folder.resolve("tokens.csv"),
                "--authorization-mode=RBAC",
                "--service-account-issuer=https://kubernetes.default.svc",
                "--service-account-signing-key-file=" + folder.resolve("service-accounts.pem"),
                "--service-account-key-file=" + folder.resolve("service-accounts.pem"),
                // As EKS gives a cluster whose VPC is not in 10.0.0.0/8; such Services do no harm.
                "--service-cluster-ip-range=172.20.0.0/16",
                "--allow-privileged=true",
                // No controller makes the account "default" that it would ask for.
                "--disable-admission-plugins=ServiceAccount"));
    words.addAll(flags);
    launch(LOG, words.toArray(String[]::new));
    Path certificate = folder.resolve("certificates").resolve("apiserver.crt");
    Path key = folder.resolve("certificates").resolve("apiserver.key");
    await("make its certificate", () -> Files.exists(certificate) && Files.exists(key));
    return new Connection(
        URI.create("https://127.0.0.1:" + port), lastOf(Files.readString(certificate)), token);
  }

  /** Returns when it answers and its own namespaces are there. */
  void awaitReady(Connection connection) throws IOException {
    try (KubernetesClient client = connection.client()) {
      await("answer", () -> answers(client));
    }
  }

  private static boolean answers(KubernetesClient client) {
    try {
      return "ok".equals(client.raw("/readyz"))
          && client.namespaces().withName("default").get() != null;
    } catch (KubernetesClientException notYet) {
      return false;
    }
  }

  private void launch(String log, String... words) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(words)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve(log).toFile());
    builder.environment().clear();
    builder
        .environment()
        .putAll(
            Map.of(
                "PATH", System.getenv().getOrDefault("PATH", "/usr/bin:/bin"),
                "HOME", folder.toString()));
    // The API server goes before its etcd.
    processes.add(0, ChildProcess.startHeld(builder));
  }

  private void await(String what, Callable<Boolean> condition) throws IOException {
    try {
      Awaitility.await()
          .pollDelay(Duration.ofMillis(50))
          .pollInterval(Duration.ofMillis(100))
          .atMost(LIMIT)
          .until(() -> anyEnded() || condition.call());
    } catch (ConditionTimeoutException e) {
      throw failure("kube-apiserver did not " + what + " within " + LIMIT.toSeconds() + " s");
    }
    if (anyEnded()) {
      throw failure("kube-apiserver or etcd ended while starting");
    }
  }

  private boolean anyEnded() {
    return processes.stream().anyMatch(child -> !child.process().isAlive());
  }

  private KubernetesException failure(String what) throws IOException {
    List<String> lines = Files.readAllLines(folder.resolve(LOG));
    return new KubernetesException(
        "%s. Logs: %s. Last lines:%n%s"
            .formatted(
                what,
                folder,
                String.join("\n", lines.subList(Math.max(0, lines.size() - 15), lines.size()))));
  }

  // The server's own certificate comes first, then the authority that signed it.
  private static String lastOf(String chain) {
    return chain.substring(chain.lastIndexOf("-----BEGIN CERTIFICATE-----"));
  }
}
