package dev.atoll.itest.loadbalancer;

import java.util.List;
import java.util.Map;

/**
 * What a controller knows of where it runs.
 *
 * @param cluster the name of its cluster
 * @param vpc the VPC of its cluster
 * @param subnets the subnets of that VPC
 */
public record Surroundings(String cluster, String vpc, List<Subnet> subnets) {

  public Surroundings {
    subnets = List.copyOf(subnets);
  }

  /**
   * A subnet.
   *
   * @param id its id
   * @param zone its Availability Zone
   * @param cidr its addresses
   * @param tags its tags
   */
  public record Subnet(String id, String zone, String cidr, Map<String, String> tags) {

    public Subnet {
      tags = Map.copyOf(tags);
    }
  }
}
