package dev.atoll.topology;

import dev.atoll.analysis.cost.BillOfMaterials;
import dev.atoll.analysis.cost.Traffic;
import dev.atoll.analysis.names.NameAnswer;
import dev.atoll.analysis.names.NameCoverage;
import dev.atoll.aws.Region;
import dev.atoll.facts.Facts;
import dev.atoll.practice.Finding;
import java.util.List;

/**
 * A multi-region deployment of Coder that was judged by the practice catalogue and has no error. A
 * wrong one cannot exist: the constructor judges too.
 *
 * <pre>{@code
 * Topology coderdemo =
 *     Topology.named("coderdemo")
 *         .domain("coderdemo.io")
 *         .coder(coder -> coder.version("2.27.1"))
 *         .region(US_EAST_2, ohio -> ohio.primary().cluster("coderdemo-use2").vpc("10.0.0.0/16"))
 *         .region(US_WEST_2, oregon -> oregon.replica().cluster("coderdemo-usw2").vpc("10.1.0.0/16"))
 *         .peering(US_EAST_2, US_WEST_2)
 *         .build();
 * }</pre>
 *
 * @param design what was described
 */
public record Topology(Design design) {

  /**
   * @throws InvalidTopology with every error at once
   */
  public Topology {
    InvalidTopology.throwIfWrong(design);
  }

  /** Starts the description of a deployment. The name is a part of every name made from it. */
  public static TopologyBuilder named(String name) {
    return new TopologyBuilder(name);
  }

  /**
   * The same once the licence is there, with workspace proxies: nothing waits for it any more, and
   * the names of proxies are their own.
   *
   * @throws InvalidTopology when proxies that wait hid an error
   */
  public Topology licensed() {
    return new Topology(design.licensed());
  }

  /** Its name. */
  public String name() {
    return design.name();
  }

  /** The domain that users visit. */
  public String domain() {
    return design.domain().name();
  }

  /** Its Regions, in the order of the description. */
  public List<CoderRegion> regions() {
    return design.regions();
  }

  /** Its peering connections. */
  public List<RegionPeering> peerings() {
    return design.peerings();
  }

  /** The primary Region. */
  public CoderRegion primary() {
    return regions().stream().filter(CoderRegion::isPrimary).findFirst().orElseThrow();
  }

  /**
   * One of its Regions.
   *
   * @throws java.util.NoSuchElementException when it has no such Region
   */
  public CoderRegion region(Region region) {
    return design.find(region).orElseThrow();
  }

  /** Every name it serves, with its owner, and what works there and what does not. */
  public List<NameAnswer> names() {
    return NameCoverage.of(facts()).answers();
  }

  /** What the practices judge: the topology as facts, with itself as the intention. */
  public Facts facts() {
    return DesignFacts.of(design);
  }

  /** What it buys every month, with that traffic at each load balancer. */
  public BillOfMaterials materials(Traffic traffic) {
    return Materials.of(design, traffic);
  }

  /** What is no error and yet worth knowing, each with its fix. */
  public List<Finding> warnings() {
    return InvalidTopology.findings(design);
  }
}
