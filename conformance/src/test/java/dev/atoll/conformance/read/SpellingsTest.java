package dev.atoll.conformance.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The ways in which the AWS provider lets people write the same thing. */
class SpellingsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'protocol':'-1','from_port':0,'to_port':0 | every protocol | all ports",
        "'protocol':'all','from_port':-1,'to_port':-1 | every protocol | all ports",
        "'protocol':'tcp','from_port':443,'to_port':443 | TCP | 443",
        "'protocol':'6','from_port':0,'to_port':65535 | TCP | all ports",
        "'protocol':'udp','from_port':53,'to_port':54 | UDP | 53-54",
        "'protocol':'icmp','from_port':8,'to_port':0 | ICMP | all ports",
        "'protocol':'50','from_port':0,'to_port':0 | 50 | all ports"
      })
  void protocolsAndPorts(String arguments, String protocol, String ports) {
    String rule = "'type':'ingress','security_group_id':'sg-1','cidr_blocks':['10.0.0.0/8']";
    assertThat(one("aws_security_group_rule", rule + "," + arguments, "Ingress"))
        .containsEntry("protocol", protocol)
        .containsEntry("ports", ports);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'cidr_blocks':['10.0.0.0/8'] | 10.0.0.0/8",
        "'ipv6_cidr_blocks':['fd00::/8'] | fd00:0:0:0:0:0:0:0/8",
        "'prefix_list_ids':['pl-1'] | pl-1",
        "'source_security_group_id':'sg-2' | sg-2",
        "'source_security_group_id':'123456789012/sg-2' | sg-2",
        "'self':true | sg-1",
        "'self':false,'cidr_blocks':['10.0.0.1/8'] | unknown (\"10.0.0.1/8\" has host bits set;"
            + " the network is 10.0.0.0/8)"
      })
  void sources(String arguments, String from) {
    String rule =
        "'type':'ingress','security_group_id':'sg-1','protocol':'tcp','from_port':1,'to_port':1,";
    assertThat(one("aws_security_group_rule", rule + arguments, "Ingress"))
        .containsEntry("from", from);
  }

  @Test
  void aRuleWithSeveralSourcesIsSeveralFacts() {
    String arguments =
        "'type':'egress','security_group_id':'sg-1','protocol':'-1','from_port':0,'to_port':0,"
            + "'cidr_blocks':['10.0.0.0/8','10.1.0.0/16'],'self':true";
    assertThat(read("'aws_security_group_rule':{'a':{" + arguments + "}}"))
        .containsOnlyKeys(
            "Egress aws_security_group_rule.a[10.0.0.0/8]",
            "Egress aws_security_group_rule.a[10.1.0.0/16]",
            "Egress aws_security_group_rule.a[sg-1]");
  }

  @Test
  void aNodeGroupWithoutTemplateCarriesTheGroupOfItsCluster() {
    Map<String, Map<String, String>> facts =
        read(
            "'aws_eks_cluster':{'a':{'name':'use2'}},'aws_eks_node_group':{'a':{'cluster_name':"
                + "'${aws_eks_cluster.a.name}','subnet_ids':['subnet-1']}}");
    assertThat(facts.get("NodeInterfaces aws_eks_node_group.a"))
        .containsEntry("cluster", "use2")
        .containsEntry("groups", "[aws_eks_cluster.a.vpc_config[0].cluster_security_group_id]")
        .containsEntry("vpc", "unknown (its subnets are not in what was read)");
  }

  @Test
  void anInstanceWithoutGroupsCarriesTheDefaultOneOfItsVpc() {
    String network =
        "'aws_vpc':{'a':{'cidr_block':'10.0.0.0/16'}},"
            + "'aws_subnet':{'a':{'vpc_id':'${aws_vpc.a.id}','cidr_block':'10.0.0.0/24'}},"
            + "'aws_instance':{'a':{'subnet_id':'${aws_subnet.a.id}',"
            + "'tags':{'kubernetes.io/cluster/use2':'owned'}},'b':{'subnet_id':'x'}}";
    assertThat(read(network).get("NodeInterfaces aws_instance.a"))
        .containsEntry("groups", "[aws_vpc.a.default_security_group_id]");
    assertThat(read(network)).doesNotContainKey("NodeInterfaces aws_instance.b");
    assertThat(
            read(network + ",'aws_default_security_group':{'d':{'vpc_id':'${aws_vpc.a.id}'}}")
                .get("NodeInterfaces aws_instance.a"))
        .containsEntry("groups", "[aws_default_security_group.d]");
  }

  @Test
  void addressesThatMayBelongToAVpcMakeItsAddressesUnknown() {
    assertThat(
            read("'aws_vpc':{'a':{'cidr_block':'10.0.0.0/16'}},"
                    + "'aws_vpc_ipv4_cidr_block_association':{'b':{'cidr_block':"
                    + "'10.1.0.0/16','vpc_id':'${coalesce(aws_vpc.a.id)}'}}")
                .get("Vpc aws_vpc.a")
                .get("cidrs"))
        .startsWith("unknown (vpc_id of aws_vpc_ipv4_cidr_block_association.b:");
  }

  @Test
  void anAccepterThatMayBelongToAPeeringMakesItsStatusUnknown() {
    assertThat(
            read("'aws_vpc_peering_connection':{'a':{'vpc_id':'vpc-1','peer_vpc_id':'vpc-2'}},"
                    + "'aws_vpc_peering_connection_accepter':{'a':{'auto_accept':true,"
                    + "'vpc_peering_connection_id':'${var.peering}'}}")
                .get("VpcPeering aws_vpc_peering_connection.a")
                .get("status"))
        .startsWith("unknown (");
  }

  @Test
  void anAccepterHasTheIdOfItsPeering() {
    assertThat(
            read("'aws_vpc_peering_connection':{'a':{'vpc_id':'vpc-1','peer_vpc_id':'vpc-2'}},"
                    + "'aws_vpc_peering_connection_accepter':{'b':{'vpc_peering_connection_id':"
                    + "'${aws_vpc_peering_connection.a.id}'}},"
                    + "'aws_route':{'a':{'route_table_id':'rtb-1','vpc_peering_connection_id':"
                    + "'${aws_vpc_peering_connection_accepter.b.id}'}}")
                .get("Route aws_route.a"))
        .containsEntry("target", "Target[kind=VPC_PEERING, to=aws_vpc_peering_connection.a]");
  }

  @Test
  void onlyTheTagOfAClusterMakesANode() {
    assertThat(
            read("'aws_instance':{'a':{'tags':{'example.org/a-long-key/of-something-else':'x'}}}"))
        .isEmpty();
  }

  @Test
  void aDynamicBlockMakesOneUnknownRule() {
    assertThat(
            read("'aws_security_group':{'a':{'dynamic':{'ingress':{'for_each':['x']}}}}")
                .get("Ingress aws_security_group.a.ingress")
                .get("from"))
        .startsWith("unknown (the dynamic block ingress");
  }

  private static Map<String, String> one(String type, String arguments, String kind) {
    return read("'" + type + "':{'a':{" + arguments + "}}").get(kind + " " + type + ".a");
  }

  private static Map<String, Map<String, String>> read(String resources) {
    String json = "{'resource':{" + resources + "}}";
    try {
      return Flat.of(
          TerraformJson.read(new ObjectMapper().readTree(json.replace('\'', '"')), "a.tf.json")
              .facts());
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
