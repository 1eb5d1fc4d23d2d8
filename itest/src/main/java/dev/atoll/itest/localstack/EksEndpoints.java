package dev.atoll.itest.localstack;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.function.BiConsumer;

/**
 * Where the Kubernetes APIs of EKS clusters answer: what {@code DescribeCluster} says. A cluster
 * may be connected before it is made.
 */
public final class EksEndpoints {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final BiConsumer<String, String> place;
  private final ObjectNode known = JSON.createObjectNode();

  EksEndpoints(BiConsumer<String, String> place) {
    this.place = place;
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
    known
        .putObject(key(world, region, cluster))
        .put("endpoint", endpoint.toString())
        .put("certificateAuthority", certificateAuthority);
    place.accept("eks-endpoints.json", known.toString());
  }

  /** Forgets it; clusters that were described meanwhile keep their endpoint. */
  public synchronized void disconnect(World world, String region, String cluster) {
    known.remove(key(world, region, cluster));
    place.accept("eks-endpoints.json", known.toString());
  }

  private static String key(World world, String region, String cluster) {
    return String.join("/", world.account(), region, cluster);
  }
}
