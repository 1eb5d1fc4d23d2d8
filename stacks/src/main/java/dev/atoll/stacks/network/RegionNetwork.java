package dev.atoll.stacks.network;

import dev.atoll.aws.Cidr;
import dev.atoll.aws.Region;
import dev.atoll.stacks.aws.AwsDefaultSecurityGroup;
import dev.atoll.stacks.aws.AwsEip;
import dev.atoll.stacks.aws.AwsInternetGateway;
import dev.atoll.stacks.aws.AwsNatGateway;
import dev.atoll.stacks.aws.AwsRoute;
import dev.atoll.stacks.aws.AwsRouteTable;
import dev.atoll.stacks.aws.AwsRouteTableAssociation;
import dev.atoll.stacks.aws.AwsSubnet;
import dev.atoll.stacks.aws.AwsVpc;
import dev.atoll.stacks.terraform.Resource;
import dev.atoll.topology.CoderRegion;
import dev.atoll.topology.NatGateways;
import dev.atoll.topology.PlannedSubnet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The VPC of one Region with its subnets, its ways out, and a route table for the public subnets
 * and one for each private subnet, so that another choice of NAT changes routes and nothing else.
 *
 * @param described what the topology says of the Region
 * @param vpc the VPC
 * @param internet the way in and out
 * @param tables every route table that serves a subnet
 * @param publicSubnets the subnets that load balancers stand in
 * @param privateSubnets the subnets that nodes and databases stand in
 * @param nats the NAT gateways
 * @param resources everything, in the order in which a person would make it
 */
public record RegionNetwork(
    CoderRegion described,
    AwsVpc vpc,
    AwsInternetGateway internet,
    List<AwsRouteTable> tables,
    List<AwsSubnet> publicSubnets,
    List<AwsSubnet> privateSubnets,
    List<AwsNatGateway> nats,
    List<Resource> resources) {

  public RegionNetwork {
    tables = List.copyOf(tables);
    publicSubnets = List.copyOf(publicSubnets);
    privateSubnets = List.copyOf(privateSubnets);
    nats = List.copyOf(nats);
    resources = List.copyOf(resources);
  }

  static RegionNetwork of(CoderRegion described, NatGateways choice) {
    return new Construction(described, choice).network();
  }

  /** The state of one construction; ends with it. */
  private static final class Construction {

    private final CoderRegion described;
    private final NatGateways choice;
    private final Region region;
    private final String key;
    private final AwsVpc vpc;
    private final AwsInternetGateway internet;
    private final List<AwsRouteTable> tables = new ArrayList<>();
    private final List<AwsNatGateway> nats = new ArrayList<>();
    private final List<Resource> resources = new ArrayList<>();

    Construction(CoderRegion described, NatGateways choice) {
      this.described = described;
      this.choice = choice;
      this.region = described.region();
      this.key = region.identifier();
      Cidr cidr = described.vpc().asOptional().orElseThrow();
      this.vpc = add(new AwsVpc(key, region, cidr, named("")));
      this.internet = add(new AwsInternetGateway(key, region, vpc, named("")));
      add(new AwsDefaultSecurityGroup(key, region, vpc, named("-default-unused")));
    }

    RegionNetwork network() {
      AwsRouteTable open = table("public");
      add(AwsRoute.through(open.name() + "_to_internet", open, Cidr.ANYWHERE, internet));
      List<AwsSubnet> entrances =
          described.publicSubnets().stream().map(subnet -> subnet(subnet, open)).toList();
      gateways(entrances);
      List<PlannedSubnet> inner = described.privateSubnets();
      List<AwsSubnet> inside = new ArrayList<>();
      for (int i = 0; i < inner.size(); i++) {
        AwsRouteTable table = table("private_" + inner.get(i).zoneLetter());
        inside.add(subnet(inner.get(i), table));
        AwsNatGateway nat = nats.get(i % nats.size());
        add(AwsRoute.through(table.name() + "_to_internet", table, Cidr.ANYWHERE, nat));
      }
      return new RegionNetwork(
          described, vpc, internet, tables, entrances, inside, nats, resources);
    }

    private void gateways(List<AwsSubnet> entrances) {
      entrances.stream()
          .limit(choice.count(entrances.size()))
          .forEach(
              subnet -> {
                String letter = subnet.zone().substring(region.name().length());
                Map<String, String> tags = named("-nat-" + letter);
                String name = key + "_" + letter;
                AwsEip address =
                    add(new AwsEip(name + "_nat", region, Optional.of(internet), tags));
                nats.add(add(new AwsNatGateway(name, region, subnet, address, tags)));
              });
    }

    private AwsRouteTable table(String tier) {
      Map<String, String> tags = named("-" + tier.replace('_', '-'));
      AwsRouteTable table = add(new AwsRouteTable(key + "_" + tier, region, vpc, tags));
      tables.add(table);
      return table;
    }

    private AwsSubnet subnet(PlannedSubnet planned, AwsRouteTable table) {
      String name = "%s_%s_%s".formatted(key, planned.tier().identifier(), planned.zoneLetter());
      boolean open = planned.tier() == PlannedSubnet.Tier.PUBLIC;
      AwsSubnet subnet =
          add(
              new AwsSubnet(
                  name, region, vpc, planned.zone(), planned.cidr(), open, planned.tags()));
      add(new AwsRouteTableAssociation(name, region, table, subnet));
      return subnet;
    }

    private Map<String, String> named(String suffix) {
      return Map.of("Name", described.cluster() + suffix);
    }

    private <R extends Resource> R add(R resource) {
      resources.add(resource);
      return resource;
    }
  }
}
