package dev.atoll.analysis.networkpolicy;

import dev.atoll.aws.Cidr;
import dev.atoll.aws.Region;
import dev.atoll.facts.kubernetes.Container;
import dev.atoll.facts.kubernetes.ObjectName;
import dev.atoll.facts.kubernetes.Workload;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One side of a connection. */
public sealed interface Endpoint {

  /** Its name for people. */
  String name();

  /**
   * Its address, as a prefix of full length or one that stands for all of its addresses; empty when
   * it is not known.
   */
  Optional<Cidr> address();

  /**
   * A pod, or all the pods of a workload.
   *
   * @param object the workload's name, or the pod's
   * @param labels its labels
   * @param ports the ports that its containers name
   */
  record Pod(ObjectName object, Labels labels, List<Container.Port> ports, Optional<Cidr> address)
      implements Endpoint {

    public Pod {
      ports = List.copyOf(ports);
    }

    /** The pods of a workload, whose addresses change. */
    public static Pod of(Workload workload) {
      return new Pod(
          workload.object(),
          Labels.of(workload.labels()),
          workload.containers().stream().flatMap(each -> each.ports().stream()).toList(),
          Optional.empty());
    }

    /** A pod without labels of a namespace: what no policy names. */
    public static Pod stranger(Region region, String namespace) {
      return new Pod(
          new ObjectName(region, namespace, "a pod without labels"),
          Labels.of(Map.of()),
          List.of(),
          Optional.empty());
    }

    @Override
    public String name() {
      return object.inCluster();
    }
  }

  /**
   * Whatever is not a pod of this cluster: a node's address stands for the pods of another one.
   *
   * @param range its addresses
   */
  record Outside(Cidr range) implements Endpoint {
    @Override
    public String name() {
      return range.toString();
    }

    @Override
    public Optional<Cidr> address() {
      return Optional.of(range);
    }
  }
}
