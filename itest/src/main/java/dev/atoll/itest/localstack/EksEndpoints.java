package dev.atoll.itest.localstack;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Where the Kubernetes APIs of EKS clusters answer: what {@code DescribeCluster} says. A cluster
 * may be connected before it is made.
 */
public final class EksEndpoints {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path file;

  EksEndpoints(Path folder) {
    this.file = folder.resolve("eks-endpoints.json");
  }

  /**
   * Connects a cluster.
   *
   * @param world the account
   * @param region the Region's code
   * @param cluster its name
   * @param endpoint where its API answers
   * @param certificateAuthority PEM in Base64
   */
  public synchronized void connect(
      World world, String region, String cluster, URI endpoint, String certificateAuthority) {
    ObjectNode known = read();
    known
        .putObject(key(world, region, cluster))
        .put("endpoint", endpoint.toString())
        .put("certificateAuthority", certificateAuthority);
    write(known);
  }

  /** Forgets it; clusters that were described meanwhile keep their endpoint. */
  public synchronized void disconnect(World world, String region, String cluster) {
    ObjectNode known = read();
    known.remove(key(world, region, cluster));
    write(known);
  }

  private static String key(World world, String region, String cluster) {
    return String.join("/", world.account(), region, cluster);
  }

  private ObjectNode read() {
    try {
      return Files.exists(file)
          ? (ObjectNode) JSON.readTree(file.toFile())
          : JSON.createObjectNode();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  // The emulator reads at any time: it sees all of it or what was before.
  private void write(ObjectNode known) {
    try {
      Path next = file.resolveSibling("eks-endpoints.next");
      JSON.writeValue(next.toFile(), known);
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
