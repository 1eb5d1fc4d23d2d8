package dev.atoll.stacks.coder;

import dev.atoll.aws.Region;
import dev.atoll.facts.model.ServedName.Owner;
import dev.atoll.stacks.dns.BalancedService;
import dev.atoll.stacks.helm.Chart;
import dev.atoll.stacks.helm.HelmProvider;
import dev.atoll.stacks.helm.HelmRelease;
import dev.atoll.stacks.helm.OwnChart;
import dev.atoll.stacks.loadbalancer.NlbAnnotations;
import dev.atoll.stacks.terraform.Block;
import dev.atoll.stacks.terraform.Resource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What must be there before Coder's pods: a namespace that asks for readiness gates, the Service
 * with its load balancer, a disruption budget, and the secrets. Pods that came first would be ready
 * before any load balancer knew them.
 *
 * @param namespace the release that makes the namespace
 * @param service the release that makes all else
 */
public record Entrance(HelmRelease namespace, HelmRelease service) {

  private static final OwnChart NAMESPACE =
      new OwnChart("namespace", List.of("Chart.yaml", "values.yaml", "templates/namespace.yaml"));

  private static final OwnChart SERVICE =
      new OwnChart(
          "coder-entrance",
          List.of(
              "Chart.yaml",
              "values.yaml",
              "templates/disruption-budget.yaml",
              "templates/secrets.yaml",
              "templates/service.yaml"));

  /** Where releases are kept that make namespaces: one of its own would go with it. */
  private static final String KEEPER = "kube-system";

  /** A load balancer takes two to three minutes. */
  private static final Duration TIMEOUT = Duration.ofMinutes(10);

  /**
   * A Secret that is filled from Secrets Manager.
   *
   * @param name its name in Kubernetes
   * @param from its name in Secrets Manager
   * @param keys its keys, called the same on both sides
   */
  public record Carried(String name, String from, List<String> keys) {

    public Carried {
      keys = List.copyOf(keys);
    }

    Block values() {
      return Block.of("name", name).with("from", from).with("keys", keys);
    }
  }

  /**
   * The entrance of a namespace.
   *
   * @param key the beginning of the releases' names in Terraform
   * @param namespace the namespace, and the name of the release in it that has the pods
   * @param before what must be there before
   */
  public static Entrance of(
      String key,
      HelmProvider cluster,
      String namespace,
      NlbAnnotations annotations,
      List<Carried> carried,
      List<Resource> before) {
    Region region = cluster.region();
    HelmRelease labelled =
        new HelmRelease(
            key + "_namespace",
            cluster,
            namespace + "-namespace",
            KEEPER,
            new Chart.Own(NAMESPACE),
            Block.of("name", namespace)
                .with("labels", Block.of(NlbAnnotations.READINESS_GATE, "enabled")),
            TIMEOUT,
            before);
    List<Resource> first = new ArrayList<>(before);
    first.add(labelled);
    HelmRelease service =
        new HelmRelease(
            key + "_entrance",
            cluster,
            namespace + "-entrance",
            namespace,
            new Chart.Own(SERVICE),
            Block.of("name", namespace)
                .with("selector", Block.of("app.kubernetes.io/instance", namespace))
                .with("targetPort", "http")
                .with("annotations", annotations.block())
                .with("region", region)
                .with("carried", carried.stream().map(Carried::values).toList()),
            TIMEOUT,
            first);
    return new Entrance(labelled, service);
  }

  /**
   * Its Service, for whoever looks for the load balancer.
   *
   * @param region the Region of its cluster
   * @param owner who answers behind it
   */
  public BalancedService balanced(Region region, Owner owner) {
    String namespace = service.namespace();
    return new BalancedService(region, owner, service, namespace + "/" + namespace);
  }
}
