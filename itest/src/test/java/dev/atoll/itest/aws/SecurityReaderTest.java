package dev.atoll.itest.aws;

import static dev.atoll.facts.Value.known;
import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.aws.Cidr;
import dev.atoll.aws.Region;
import dev.atoll.facts.Facts;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Value;
import dev.atoll.facts.network.Egress;
import dev.atoll.facts.network.Ingress;
import dev.atoll.facts.network.NetworkAcl;
import dev.atoll.facts.network.NetworkAclEntry;
import dev.atoll.facts.network.NodeInterfaces;
import dev.atoll.facts.network.Peer;
import dev.atoll.facts.network.SecurityGroup;
import dev.atoll.itest.localstack.LocalStackExtension;
import dev.atoll.itest.localstack.World;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.IpRange;
import software.amazon.awssdk.services.ec2.model.Ipv6Range;
import software.amazon.awssdk.services.ec2.model.PrefixListId;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.UserIdGroupPair;

/** One world, read once: who may speak to whom. */
@ExtendWith(LocalStackExtension.class)
class SecurityReaderTest {

  private static AwsClients account;
  private static TwoRegions world;
  private static String group;
  private static String acl;
  private static Facts facts;

  @BeforeAll
  static void read(World emulated) {
    account = AwsClients.of(emulated);
    world = TwoRegions.in(account);
    Ec2Client ec2 = account.ec2(Region.US_EAST_2);
    group = group(ec2);
    acl = defaultAcl(ec2);
    ec2.authorizeSecurityGroupIngress(
        request -> request.groupId(group).ipPermissions(web(), ping()));
    ec2.createNetworkAclEntry(
        request ->
            request
                .networkAclId(acl)
                .ruleNumber(90)
                .egress(false)
                .protocol("6")
                .portRange(ports -> ports.from(8080).to(8081))
                .cidrBlock("10.1.0.0/16")
                .ruleAction("deny"));
    facts = world.facts();
  }

  private static String group(Ec2Client ec2) {
    return ec2.createSecurityGroup(
            request ->
                request
                    .vpcId(world.ohio().vpc())
                    .groupName("web")
                    .description("web")
                    .tagSpecifications(
                        TwoRegions.tags(ResourceType.SECURITY_GROUP, "team", "platform")))
        .groupId();
  }

  private static String defaultAcl(Ec2Client ec2) {
    return ec2.describeNetworkAcls(
            request ->
                request.filters(Filter.builder().name("vpc-id").values(world.ohio().vpc()).build()))
        .networkAcls()
        .get(0)
        .networkAclId();
  }

  private static IpPermission web() {
    return IpPermission.builder()
        .ipProtocol("tcp")
        .fromPort(443)
        .toPort(444)
        .ipRanges(addresses("10.8.0.0/16"), addresses("10.9.0.0/16"))
        .ipv6Ranges(Ipv6Range.builder().cidrIpv6("fd00::/8").build())
        .userIdGroupPairs(UserIdGroupPair.builder().groupId(world.ohio().nodeGroup()).build())
        .prefixListIds(PrefixListId.builder().prefixListId("pl-0123456789abcdef0").build())
        .build();
  }

  private static IpPermission ping() {
    return IpPermission.builder()
        .ipProtocol("icmp")
        .fromPort(8)
        .toPort(0)
        .ipRanges(addresses("10.8.0.0/16"))
        .build();
  }

  private static IpRange addresses(String cidr) {
    return IpRange.builder().cidrIp(cidr).build();
  }

  @AfterAll
  static void close() {
    account.close();
  }

  @Test
  void securityGroupsWithTheirTags() {
    SecurityGroup web = facts.find(SecurityGroup.class, new Ref(group)).orElseThrow();
    assertThat(web.name()).isEqualTo(known("web"));
    assertThat(web.vpc()).isEqualTo(ref(world.ohio().vpc()));
    assertThat(web.tags()).isEqualTo(known(Map.of("team", "platform")));
  }

  @Test
  void oneIngressFactForEachSource() {
    assertThat(
            facts.all(Ingress.class).stream()
                .filter(rule -> rule.group().equals(ref(group)))
                .map(rule -> show(rule.protocol(), rule.ports(), rule.from())))
        .containsExactlyInAnyOrder(
            "TCP 443-444 " + new Peer.Addresses(Cidr.parse("10.8.0.0/16")),
            "TCP 443-444 " + new Peer.Addresses(Cidr.parse("10.9.0.0/16")),
            "TCP 443-444 " + new Peer.Addresses(Cidr.parse("fd00::/8")),
            "TCP 443-444 " + new Peer.Group(new Ref(world.ohio().nodeGroup())),
            "TCP 443-444 " + new Peer.PrefixList(new Ref("pl-0123456789abcdef0")),
            "ICMP all ports 10.8.0.0/16");
  }

  @Test
  void egressIsKeptApartFromIngress() {
    assertThat(
            facts.all(Egress.class).stream()
                .filter(rule -> rule.group().equals(ref(group)))
                .map(rule -> show(rule.protocol(), rule.ports(), rule.to())))
        .containsExactly("every protocol all ports 0.0.0.0/0");
  }

  @Test
  void networkAclsWithTheSubnetsUnderThem() {
    NetworkAcl fact = facts.find(NetworkAcl.class, new Ref(acl)).orElseThrow();
    assertThat(fact.isDefault()).isEqualTo(known(true));
    assertThat(fact.subnets().asOptional().orElseThrow())
        .contains(new Ref(world.ohio().privateSubnets().get(0)))
        .hasSize(6);
  }

  @Test
  void networkAclEntriesWithoutTheImplicitDenial() {
    Set<String> entries =
        facts.all(NetworkAclEntry.class).stream()
            .filter(entry -> entry.acl().equals(ref(acl)))
            .map(
                entry ->
                    show(
                        entry.number(),
                        entry.egress(),
                        entry.protocol(),
                        entry.ports(),
                        entry.cidr(),
                        entry.allow()))
            .collect(Collectors.toSet());
    assertThat(entries)
        .containsExactlyInAnyOrder(
            "90 false TCP 8080-8081 10.1.0.0/16 false",
            "100 false every protocol all ports 0.0.0.0/0 true",
            "100 true every protocol all ports 0.0.0.0/0 true");
  }

  @Test
  void interfacesOfNodesWithTheirRealGroups() {
    assertThat(facts.all(NodeInterfaces.class).facts())
        .hasSize(6)
        .filteredOn(nodes -> nodes.cluster().equals(known("coder-us-east-2")))
        .hasSize(3)
        .allMatch(nodes -> nodes.vpc().equals(ref(world.ohio().vpc())))
        .allMatch(nodes -> nodes.groups().equals(known(Set.of(new Ref(world.ohio().nodeGroup())))))
        .extracting(NodeInterfaces::subnets)
        .containsExactlyInAnyOrderElementsOf(
            world.ohio().privateSubnets().stream()
                .map(subnet -> known(Set.of(new Ref(subnet))))
                .toList());
  }

  private static String show(Value<?>... values) {
    return Stream.of(values).map(Value::show).collect(Collectors.joining(" "));
  }

  private static Value<Ref> ref(String id) {
    return known(new Ref(id));
  }
}
