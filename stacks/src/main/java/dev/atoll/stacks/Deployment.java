package dev.atoll.stacks;

import dev.atoll.stacks.certificate.CertificateLayer;
import dev.atoll.stacks.network.NetworkLayer;
import dev.atoll.stacks.state.StateBucketRoot;
import dev.atoll.stacks.terraform.Backend;
import dev.atoll.stacks.terraform.Layer;
import dev.atoll.stacks.terraform.Root;
import dev.atoll.topology.StateStore;
import dev.atoll.topology.Topology;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a topology becomes in Terraform.
 *
 * @param main the root that makes the deployment
 * @param bootstrap the root that makes the bucket for the state, applied once before; not there
 *     when the state is kept in a file
 */
public record Deployment(Root main, List<Root> bootstrap) {

  public Deployment {
    bootstrap = List.copyOf(bootstrap);
  }

  /** A deployment with its state in S3, as the documents have it. */
  public static Deployment of(Topology topology) {
    StateStore store = topology.design().state();
    String key = topology.name() + "/terraform.tfstate";
    Backend backend = new Backend.S3(store.bucket(), key, store.region());
    return new Deployment(
        main(topology, backend), List.of(StateBucketRoot.of(topology, tags(topology))));
  }

  /** A deployment with its state in a file beside the root, for trying things out. */
  public static Deployment withLocalState(Topology topology) {
    return new Deployment(main(topology, new Backend.Local("terraform.tfstate")), List.of());
  }

  private static Root main(Topology topology, Backend backend) {
    List<Layer> layers = layers(topology);
    return new Root(
        topology.name(),
        backend,
        tags(topology),
        layers.stream().flatMap(layer -> layer.resources().stream()).toList(),
        layers.stream().flatMap(layer -> layer.outputs().stream()).toList());
  }

  /** Every layer, each after those that it stands on. */
  private static List<Layer> layers(Topology topology) {
    NetworkLayer network = NetworkLayer.of(topology);
    CertificateLayer certificates = CertificateLayer.of(topology);
    return List.of(network.layer(), certificates.layer());
  }

  private static Map<String, String> tags(Topology topology) {
    return Map.of("atoll:topology", topology.name());
  }

  /** Every root, in the order in which they are applied. */
  public List<Root> roots() {
    return Stream.concat(bootstrap.stream(), Stream.of(main)).toList();
  }
}
