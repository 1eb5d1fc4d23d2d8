package dev.atoll.itest.aws;

import static dev.atoll.facts.Value.known;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.atoll.aws.Cidr;
import dev.atoll.aws.Region;
import dev.atoll.facts.Fact;
import dev.atoll.facts.Facts;
import dev.atoll.facts.Origin;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Source;
import dev.atoll.facts.Value;
import dev.atoll.facts.network.Route;
import dev.atoll.facts.network.RouteTable;
import dev.atoll.facts.network.RouteTableAssociation;
import dev.atoll.facts.network.Subnet;
import dev.atoll.facts.network.Vpc;
import dev.atoll.facts.network.VpcPeering;
import dev.atoll.itest.localstack.LocalStackExtension;
import dev.atoll.itest.localstack.World;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.AddPrefixListEntry;

/** One world, read once: addresses and the ways between them. */
@ExtendWith(LocalStackExtension.class)
class NetworkReaderTest {

  private static AwsClients account;
  private static TwoRegions world;
  private static Facts facts;

  @BeforeAll
  static void read(World emulated) {
    account = AwsClients.of(emulated);
    world = TwoRegions.in(account);
    Ec2Client ec2 = account.ec2(Region.US_EAST_2);
    TwoRegions.Side ohio = world.ohio();
    ec2.associateVpcCidrBlock(request -> request.vpcId(ohio.vpc()).cidrBlock("100.64.0.0/16"));
    String offices =
        ec2.createManagedPrefixList(
                request ->
                    request
                        .prefixListName("offices")
                        .addressFamily("IPv4")
                        .maxEntries(2)
                        .entries(entry("192.0.2.0/24"), entry("198.51.100.0/24")))
            .prefixList()
            .prefixListId();
    ec2.createRoute(
        request ->
            request
                .routeTableId(ohio.publicTable())
                .destinationPrefixListId(offices)
                .gatewayId(ohio.gateway()));
    ec2.createRoute(
        request ->
            request
                .routeTableId(ohio.publicTable())
                .destinationIpv6CidrBlock("::/0")
                .gatewayId(ohio.gateway()));
    facts = world.facts();
  }

  private static AddPrefixListEntry entry(String cidr) {
    return AddPrefixListEntry.builder().cidr(cidr).build();
  }

  @AfterAll
  static void close() {
    account.close();
  }

  @Test
  void vpcsWithTheirSecondaryBlocks() {
    assertThat(facts.find(Vpc.class, new Ref(world.ohio().vpc())))
        .contains(
            new Vpc(
                new Source(Origin.APPLIED, world.ohio().vpc() + " (us-east-2)"),
                new Ref(world.ohio().vpc()),
                known(Region.US_EAST_2),
                known(List.of(Cidr.parse("10.0.0.0/16"), Cidr.parse("100.64.0.0/16")))));
    assertThat(facts.find(Vpc.class, new Ref(world.oregon().vpc())).orElseThrow().region())
        .isEqualTo(known(Region.US_WEST_2));
  }

  @Test
  void theListingHasTheDefaultVpcsToo() {
    assertThat(facts.all(Vpc.class).facts()).hasSize(4);
  }

  @Test
  void subnetsWithZoneAndAddresses() {
    List<Subnet> subnets =
        facts.all(Subnet.class).stream()
            .filter(subnet -> subnet.vpc().equals(ref(world.ohio().vpc())))
            .toList();
    assertThat(subnets)
        .extracting(Subnet::zone, Subnet::cidr)
        .contains(tuple(known("us-east-2b"), known(Cidr.parse("10.0.16.0/20"))))
        .hasSize(6);
  }

  @Test
  void routeTablesAndWhichOneIsMain() {
    List<RouteTable> tables =
        facts.all(RouteTable.class).stream()
            .filter(table -> table.vpc().equals(ref(world.ohio().vpc())))
            .toList();
    assertThat(tables).hasSize(3);
    assertThat(tables)
        .filteredOn(table -> table.main().is(main -> main).isYes())
        .singleElement()
        .extracting(table -> table.ref().key())
        .isNotIn(world.ohio().privateTable(), world.ohio().publicTable());
  }

  @Test
  void everySubnetWithTheTableThatServesIt() {
    assertThat(facts.all(RouteTableAssociation.class).facts()).hasSize(12);
    assertThat(facts.all(RouteTableAssociation.class).facts())
        .filteredOn(association -> association.table().equals(ref(world.oregon().privateTable())))
        .extracting(RouteTableAssociation::subnet)
        .containsExactlyInAnyOrderElementsOf(
            world.oregon().privateSubnets().stream().map(NetworkReaderTest::ref).toList());
  }

  @Test
  void routesWithTheirTargets() {
    TwoRegions.Side ohio = world.ohio();
    Ref gateway = new Ref(ohio.gateway());
    assertThat(
            facts.all(Route.class).stream()
                .filter(route -> route.table().equals(ref(ohio.publicTable())))
                .map(route -> route.destination().show() + " " + route.target().show()))
        .containsExactlyInAnyOrder(
            "10.0.0.0/16 " + new Route.Target(Route.Kind.LOCAL, new Ref(ohio.vpc())),
            "100.64.0.0/16 " + new Route.Target(Route.Kind.LOCAL, new Ref(ohio.vpc())),
            "10.1.0.0/16 " + new Route.Target(Route.Kind.VPC_PEERING, new Ref(world.peering())),
            "0.0.0.0/0 " + new Route.Target(Route.Kind.INTERNET_GATEWAY, gateway),
            Cidr.parse("::/0") + " " + new Route.Target(Route.Kind.INTERNET_GATEWAY, gateway),
            "192.0.2.0/24 " + new Route.Target(Route.Kind.INTERNET_GATEWAY, gateway),
            "198.51.100.0/24 " + new Route.Target(Route.Kind.INTERNET_GATEWAY, gateway));
    assertThat(facts.all(Route.class).facts())
        .allMatch(route -> route.active().equals(known(true)));
  }

  @Test
  void aPeeringSeenFromBothRegionsIsOneFact() {
    assertThat(facts.all(VpcPeering.class).facts())
        .containsExactly(
            new VpcPeering(
                new Source(Origin.APPLIED, world.peering() + " (us-east-2)"),
                new Ref(world.peering()),
                ref(world.ohio().vpc()),
                ref(world.oregon().vpc()),
                known(VpcPeering.Status.ACTIVE)));
  }

  @Test
  void aPeeringIsSeenFromTheAccepterAlone() {
    List<Fact> oregon = NetworkReader.read(account, List.of(Region.US_WEST_2));
    assertThat(Facts.of(Origin.APPLIED, oregon).all(VpcPeering.class).facts())
        .extracting(VpcPeering::requester)
        .containsExactly(ref(world.ohio().vpc()));
  }

  private static Value<Ref> ref(String id) {
    return known(new Ref(id));
  }
}
