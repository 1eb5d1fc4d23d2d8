package dev.atoll.itest.breaks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.atoll.aws.Region;
import dev.atoll.facts.Origin;
import dev.atoll.itest.aws.AwsAccount;
import dev.atoll.itest.aws.AwsClients;
import dev.atoll.itest.aws.TwoRegions;
import dev.atoll.itest.localstack.LocalStackExtension;
import dev.atoll.itest.localstack.World;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.SecurityGroupRule;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.VpcPeeringConnection;

/** One world: each break changes what it should and nothing else, each healing undoes it. */
@ExtendWith(LocalStackExtension.class)
class BreaksTest {

  private static AwsClients account;
  private static TwoRegions world;

  @BeforeAll
  static void build(World emulated) {
    account = AwsClients.of(emulated);
    world = TwoRegions.in(account);
  }

  @AfterAll
  static void close() {
    account.close();
  }

  private static final String OHIO_TO_OREGON = "route us-east-2 10.1.0.0/16 peering";
  private static final String OREGON_TO_OHIO = "route us-west-2 10.0.0.0/16 peering";
  private static final String ACTIVE = "peering us-east-2 us-west-2 ACTIVE";
  private static final String OREGON_ADMITS = "ingress us-west-2 TCP 8080 10.0.0.0/16 nodes";
  private static final String OHIO_ADMITS = "ingress us-east-2 TCP 8080 10.1.0.0/16 nodes";

  static Stream<Arguments> breaks() {
    return Stream.of(
        Arguments.of(
            "peering deleted",
            Set.of(ACTIVE, OHIO_TO_OREGON + " ACTIVE", OREGON_TO_OHIO + " ACTIVE"),
            Set.of(
                "peering us-east-2 us-west-2 DEAD",
                OHIO_TO_OREGON + " DEAD",
                OREGON_TO_OHIO + " DEAD")),
        Arguments.of(
            "peering never accepted",
            Set.of(ACTIVE, OHIO_TO_OREGON + " ACTIVE", OREGON_TO_OHIO + " ACTIVE"),
            Set.of(
                "peering us-east-2 us-west-2 PENDING_ACCEPTANCE",
                OHIO_TO_OREGON + " PENDING_ACCEPTANCE",
                OREGON_TO_OHIO + " PENDING_ACCEPTANCE")),
        Arguments.of(
            "no route from us-east-2 to us-west-2", Set.of(OHIO_TO_OREGON + " ACTIVE"), Set.of()),
        Arguments.of(
            "no route back from us-west-2 to us-east-2",
            Set.of(OREGON_TO_OHIO + " ACTIVE"),
            Set.of()),
        Arguments.of("no rule in us-west-2 for us-east-2", Set.of(OREGON_ADMITS), Set.of()),
        Arguments.of("no rule in us-east-2 for us-west-2", Set.of(OHIO_ADMITS), Set.of()),
        Arguments.of(
            "rule in us-west-2 for us-east-2 on port 8081 instead of 8080",
            Set.of(OREGON_ADMITS),
            Set.of("ingress us-west-2 TCP 8081 10.0.0.0/16 nodes")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("breaks")
  void changesOnePieceAndPutsItBack(String name, Set<String> taken, Set<String> added) {
    List<String> before = Described.facts(world.facts());
    Healing healing = aBreak(name).apply();
    List<String> broken = Described.facts(world.facts());
    healing.close();

    assertThat(broken).as("what is left").containsAll(minus(before, taken));
    assertThat(minus(before, Set.copyOf(broken))).as("what is gone").hasSameElementsAs(taken);
    assertThat(minus(broken, Set.copyOf(before))).as("what is new").hasSameElementsAs(added);
    assertThat(Described.facts(world.facts())).as("healed").isEqualTo(before);
  }

  @Test
  void everyBreakOfTheListIsTried() {
    assertThat(between(account))
        .extracting(Break::name)
        .containsExactlyElementsOf(breaks().map(arguments -> (String) arguments.get()[0]).toList());
  }

  @Test
  void twoBreaksAtOnceHealInTurn() {
    List<String> before = Described.facts(world.facts());
    try (Healing route = aBreak("no route from us-east-2 to us-west-2").apply();
        Healing rule = aBreak("no rule in us-west-2 for us-east-2").apply()) {
      assertThat(List.of(route, rule)).doesNotContainNull();
      assertThat(minus(before, Set.copyOf(Described.facts(world.facts()))))
          .hasSameElementsAs(Set.of(OHIO_TO_OREGON + " ACTIVE", OREGON_ADMITS));
    }
    assertThat(Described.facts(world.facts())).isEqualTo(before);
  }

  @Test
  void descriptionsAndTagsComeBack() {
    for (Break each : between(account)) {
      each.apply().close();
    }

    assertThat(rules(world.oregon()))
        .singleElement()
        .satisfies(
            rule -> {
              assertThat(rule.description()).isEqualTo("Coder replicas");
              assertThat(rule.tags()).extracting(Tag::value).containsExactly("replicas");
            });
    assertThat(activePeering().tags()).extracting(Tag::value).containsExactly("ohio-oregon");
  }

  @Test
  void namesAreResolvedAcrossThePeeringAsBefore() {
    String peering = activePeering().vpcPeeringConnectionId();
    account
        .ec2(Region.US_WEST_2)
        .modifyVpcPeeringConnectionOptions(
            request ->
                request
                    .vpcPeeringConnectionId(peering)
                    .accepterPeeringConnectionOptions(
                        options -> options.allowDnsResolutionFromRemoteVpc(true)));

    aBreak("peering deleted").apply().close();
    aBreak("peering never accepted").apply().close();

    VpcPeeringConnection healed = activePeering();
    assertThat(healed.vpcPeeringConnectionId()).isNotEqualTo(peering);
    assertThat(healed.accepterVpcInfo().peeringOptions().allowDnsResolutionFromRemoteVpc())
        .isTrue();
    assertThat(healed.requesterVpcInfo().peeringOptions().allowDnsResolutionFromRemoteVpc())
        .isFalse();
  }

  private static VpcPeeringConnection activePeering() {
    return account
        .ec2(Region.US_EAST_2)
        .describeVpcPeeringConnections()
        .vpcPeeringConnections()
        .stream()
        .filter(peering -> peering.status().codeAsString().equals("active"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aMovedRuleKeepsItsId() {
    String before = rules(world.oregon()).get(0).securityGroupRuleId();
    try (Healing healing =
        aBreak("rule in us-west-2 for us-east-2 on port 8081 instead of 8080").apply()) {
      assertThat(healing).isNotNull();
      assertThat(rules(world.oregon()))
          .extracting(SecurityGroupRule::securityGroupRuleId, SecurityGroupRule::fromPort)
          .containsExactly(tuple(before, 8081));
    }
    assertThat(rules(world.oregon()))
        .extracting(SecurityGroupRule::securityGroupRuleId, SecurityGroupRule::fromPort)
        .containsExactly(tuple(before, 8080));
  }

  @Test
  void whatIsNotThereCannotBeTakenAway() {
    for (String name :
        List.of(
            "peering deleted",
            "no route from us-east-2 to us-west-2",
            "no rule in us-west-2 for us-east-2")) {
      try (Healing healing = aBreak(name).apply()) {
        assertThat(healing).isNotNull();
        assertThatThrownBy(() -> aBreak(name).apply())
            .as(name)
            .isInstanceOf(IllegalStateException.class);
      }
    }
  }

  @Test
  void aRealAccountIsRefused() {
    AwsAccount real =
        new AwsClients(
            Origin.LIVE, account::ec2, account::s3, account::eks, region -> account.iam());
    assertThatThrownBy(() -> between(real))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("real");
  }

  private static List<SecurityGroupRule> rules(TwoRegions.Side side) {
    return account
        .ec2(side.region())
        .describeSecurityGroupRules(
            request ->
                request.filters(Filter.builder().name("group-id").values(side.nodeGroup()).build()))
        .securityGroupRules()
        .stream()
        .filter(rule -> !rule.isEgress())
        .toList();
  }

  private static List<String> minus(List<String> facts, Set<String> taken) {
    return facts.stream().filter(fact -> !taken.contains(fact)).toList();
  }

  private static Break aBreak(String name) {
    return between(account).stream()
        .filter(candidate -> candidate.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static List<Break> between(AwsAccount account) {
    return Breaks.between(account, Region.US_EAST_2, Region.US_WEST_2, 8080);
  }
}
