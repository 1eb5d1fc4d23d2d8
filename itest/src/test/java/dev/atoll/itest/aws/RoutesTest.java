package dev.atoll.itest.aws;

import static dev.atoll.facts.Value.known;
import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.aws.Cidr;
import dev.atoll.aws.Region;
import dev.atoll.facts.Origin;
import dev.atoll.facts.Ref;
import dev.atoll.facts.network.Route.Kind;
import dev.atoll.facts.network.Route.Target;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Ec2Exception;
import software.amazon.awssdk.services.ec2.model.GetManagedPrefixListEntriesRequest;
import software.amazon.awssdk.services.ec2.model.GetManagedPrefixListEntriesResponse;
import software.amazon.awssdk.services.ec2.model.Route;
import software.amazon.awssdk.services.ec2.model.RouteTable;

/** Answers that AWS gives and the emulator does not. */
class RoutesTest {

  private static final Ref VPC = new Ref("vpc-1");

  static Stream<Arguments> targets() {
    return Stream.of(
        target(route -> route.gatewayId("local"), Kind.LOCAL, "vpc-1"),
        target(route -> route.gatewayId("igw-1"), Kind.INTERNET_GATEWAY, "igw-1"),
        target(route -> route.gatewayId("vgw-1"), Kind.OTHER, "vgw-1"),
        target(route -> route.gatewayId("vpce-1"), Kind.OTHER, "vpce-1"),
        target(route -> route.natGatewayId("nat-1"), Kind.NAT_GATEWAY, "nat-1"),
        target(route -> route.transitGatewayId("tgw-1"), Kind.TRANSIT_GATEWAY, "tgw-1"),
        target(route -> route.vpcPeeringConnectionId("pcx-1"), Kind.VPC_PEERING, "pcx-1"),
        target(route -> route.instanceId("i-1").networkInterfaceId("eni-1"), Kind.OTHER, "eni-1"),
        target(route -> route.egressOnlyInternetGatewayId("eigw-1"), Kind.OTHER, "eigw-1"),
        target(route -> route.coreNetworkArn("arn:aws:1"), Kind.OTHER, "arn:aws:1"));
  }

  private static Arguments target(Consumer<Route.Builder> route, Kind kind, String to) {
    return Arguments.of(
        Route.builder().applyMutation(route).build(), new Target(kind, new Ref(to)));
  }

  @ParameterizedTest
  @MethodSource("targets")
  void theOneAttributeThatIsSetIsTheTarget(Route route, Target target) {
    assertThat(RouteTargets.of(route, VPC)).isEqualTo(known(target));
  }

  @Test
  void aTargetOfAKindNobodyKnowsYetIsUnknown() {
    assertThat(RouteTargets.of(Route.builder().build(), VPC).is(target -> true).isOpen()).isTrue();
  }

  @Test
  void aBlackholeIsNotActive() {
    assertThat(active("blackhole").is(active -> active).isNo()).isTrue();
    assertThat(active("active").is(active -> active).isYes()).isTrue();
    assertThat(active("frozen").is(active -> active).isOpen()).isTrue();
  }

  private static dev.atoll.facts.Value<Boolean> active(String state) {
    return read(route -> route.destinationCidrBlock("10.0.0.0/8").state(state)).active();
  }

  @Test
  void aListThatMayNotBeReadLeavesTheDestinationUnknown() {
    assertThat(
            read(route -> route.destinationPrefixListId("pl-1").state("active"))
                .destination()
                .is(Cidr.ANYWHERE::contains)
                .open())
        .containsExactly("the entries of pl-1: not authorized");
  }

  private static dev.atoll.facts.network.Route read(Consumer<Route.Builder> route) {
    RouteTable table =
        RouteTable.builder()
            .routeTableId("rtb-1")
            .vpcId("vpc-1")
            .routes(Route.builder().applyMutation(route).build())
            .build();
    return new Routes(new RegionalEc2(Origin.LIVE, Region.US_EAST_2, new Refusing()))
        .of(table)
        .findFirst()
        .orElseThrow();
  }

  /** Credentials that may not read prefix lists. */
  private static final class Refusing implements Ec2Client {
    @Override
    public GetManagedPrefixListEntriesResponse getManagedPrefixListEntries(
        GetManagedPrefixListEntriesRequest request) {
      throw Ec2Exception.builder().message("not authorized").build();
    }

    @Override
    public String serviceName() {
      return SERVICE_NAME;
    }

    @Override
    public void close() {}
  }
}
