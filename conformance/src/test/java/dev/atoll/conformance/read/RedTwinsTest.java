package dev.atoll.conformance.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atoll.facts.Facts;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What is broken in a file changes the facts, there and nowhere else. */
class RedTwinsTest {

  private static final String RELAY = "Ingress aws_vpc_security_group_ingress_rule.east_relay";
  private static final String EAST_TO_WEST = "Route aws_route.east_to_west";

  @Test
  void configurationWithoutARoute() {
    assertThat(changes("cdk.tf.json", json -> configured(json, "aws_route").remove("east_to_west")))
        .containsExactly("- " + EAST_TO_WEST);
  }

  @Test
  void configurationWithAnotherPort() {
    assertThat(
            changes(
                "cdk.tf.json",
                json ->
                    configured(json, "aws_vpc_security_group_ingress_rule", "east_relay")
                        .put("to_port", 8081)))
        .containsExactly("ports " + RELAY + " = 8080-8081");
  }

  @Test
  void configurationThatRefersToTheWrongTable() {
    assertThat(
            changes(
                "cdk.tf.json",
                json ->
                    configured(json, "aws_route", "east_to_west")
                        .put("route_table_id", "${aws_route_table.east_main.id}")))
        .containsExactly("table " + EAST_TO_WEST + " = aws_route_table.east_main");
  }

  @Test
  void configurationWithoutAccepter() {
    assertThat(
            changes(
                "cdk.tf.json",
                json -> configured(json).remove("aws_vpc_peering_connection_accepter")))
        .containsExactly(
            "status VpcPeering aws_vpc_peering_connection.east_west = PENDING_ACCEPTANCE");
  }

  @Test
  void configurationThatMovesAVpc() {
    assertThat(
            changes(
                "cdk.tf.json",
                json -> configured(json, "aws_vpc", "west").put("provider", "aws.us_east_2")))
        .containsExactly("region Vpc aws_vpc.west = us-east-2");
  }

  @Test
  void configurationWithoutVersioning() {
    assertThat(changes("cdk.tf.json", json -> configured(json).remove("aws_s3_bucket_versioning")))
        .containsExactly("versioned StateBucket aws_s3_bucket.state = false");
  }

  @Test
  void configurationWithAFunctionInPlaceOfALiteralBecomesUnknown() {
    assertThat(
            changes(
                "cdk.tf.json",
                json ->
                    configured(json, "aws_subnet", "east_a")
                        .put("cidr_block", "${parseint(aws_vpc.east.cidr_block, 4)}")))
        .containsExactly(
            "cidr Subnet aws_subnet.east_a = unknown (the expression"
                + " parseint(aws_vpc.east.cidr_block, 4) cannot be evaluated)");
  }

  @Test
  void planOfJsonThatRefersToTheWrongTable() {
    assertThat(
            changes(
                "plan.json",
                json ->
                    expression(json, "aws_route.east_to_west", "route_table_id")
                        .put("constant_value", "${aws_route_table.east_main.id}")))
        .containsExactly("table " + EAST_TO_WEST + " = aws_route_table.east_main");
  }

  @Test
  void planOfHclThatNeedsAlsoAVariable() {
    assertThat(
            changes(
                "plan-of-hcl.json",
                json ->
                    ((ArrayNode)
                            expression(json, "aws_route.east_to_west", "route_table_id")
                                .get("references"))
                        .add("local.public")))
        .containsExactly(
            "table "
                + EAST_TO_WEST
                + " = unknown (the plan of an HCL configuration keeps only that it needs"
                + " local.public)");
  }

  @Test
  void planOfHclThatNeedsAlsoAnIdThatIsKnown() {
    assertThat(
            changes(
                "plan-of-hcl.json",
                json -> {
                  planned(json, "aws_vpc.east").put("id", "vpc-0123456789abcdef0");
                  ((ObjectNode)
                          find(json.get("resource_changes"), "aws_vpc.east")
                              .at("/change/after_unknown"))
                      .remove("id");
                  ((ArrayNode)
                          expression(json, "aws_route.east_to_west", "route_table_id")
                              .get("references"))
                      .add("aws_vpc.east.id");
                }))
        .noneMatch(change -> change.contains(EAST_TO_WEST));
  }

  @Test
  void planInWhichTwoBlocksFitWhatIsPlanned() {
    assertThat(
            changes(
                "plan.json",
                json ->
                    ((ArrayNode)
                            expression(json, "aws_default_route_table.west", "route")
                                .get("constant_value"))
                        .addObject()
                        .put("cidr_block", "${local.any}")
                        .put("vpc_peering_connection_id", "${local.other}")))
        .containsExactly(
            "target Route aws_default_route_table.west.route[10.0.0.0/16] = unknown (known after"
                + " apply)");
  }

  @Test
  void stateInWhichASubnetUsesTheTableThatTheVpcWasMadeWith() {
    assertThat(
            changes(
                "state.json",
                json ->
                    stored(json, "aws_route_table_association.east_a")
                        .set(
                            "route_table_id",
                            stored(json, "aws_main_route_table_association.east")
                                .get("original_route_table_id"))))
        .containsExactly(
            "table RouteTableAssociation aws_route_table_association.east_a ="
                + " aws_vpc.east.default_route_table_id");
  }

  @Test
  void planWithAnotherPort() {
    assertThat(
            changes(
                "plan.json",
                json ->
                    planned(json, "aws_vpc_security_group_ingress_rule.east_relay")
                        .put("from_port", 443)))
        .containsExactly("ports " + RELAY + " = 443-8080");
  }

  @Test
  void planThatChangesARuleDoesNotKeepTheOldOne() {
    assertThat(
            changes(
                "plan-after-apply.json",
                json ->
                    planned(json, "aws_vpc_security_group_ingress_rule.east_relay")
                        .put("from_port", 443)
                        .put("to_port", 443)))
        .containsExactly("ports " + RELAY + " = 443");
  }

  @Test
  void stateWithoutTheRouteResourceStillShowsWhatTheTableSays() {
    assertThat(changes("state.json", json -> remove(json, "aws_route.east_to_west")))
        .containsExactly("+ Route aws_route_table.east.route[10.1.0.0/16]", "- " + EAST_TO_WEST);
  }

  @Test
  void stateWithARuleMadeByHand() {
    assertThat(
            changes(
                "state.json",
                json -> {
                  ArrayNode ingress =
                      (ArrayNode) stored(json, "aws_security_group.east_nodes").get("ingress");
                  ingress.add(((ObjectNode) ingress.get(0).deepCopy()).put("to_port", 9000));
                }))
        .hasSize(1)
        .allMatch(change -> change.startsWith("+ Ingress aws_security_group.east_nodes.ingress["));
  }

  @Test
  void stateWithABlackholeAndADeletedPeering() {
    assertThat(
            changes(
                "state.json",
                json -> {
                  stored(json, "aws_route.east_to_west").put("state", "blackhole");
                  stored(json, "aws_vpc_peering_connection.east_west")
                      .put("accept_status", "deleted");
                  stored(json, "aws_vpc_peering_connection_accepter.east_west")
                      .put("accept_status", "deleted");
                }))
        .containsExactly(
            "active " + EAST_TO_WEST + " = false",
            "status VpcPeering aws_vpc_peering_connection.east_west = DEAD");
  }

  @Test
  void stateThatLeadsOutOfTheRootKeepsTheId() {
    assertThat(
            changes(
                "state.json",
                json -> stored(json, "aws_subnet.east_b").put("vpc_id", "vpc-0123456789abcdef0")))
        .containsExactly("vpc Subnet aws_subnet.east_b = vpc-0123456789abcdef0");
  }

  private static Set<String> changes(String file, Consumer<JsonNode> edit) {
    JsonNode json = Fixture.json(file);
    edit.accept(json);
    return difference(Fixture.facts(file), TerraformJson.read(json, file).facts());
  }

  private static Set<String> difference(Facts before, Facts after) {
    Map<String, Map<String, String>> was = Flat.of(before);
    Map<String, Map<String, String>> is = Flat.of(after);
    Set<String> changes = new TreeSet<>();
    was.keySet().stream()
        .filter(key -> !is.containsKey(key))
        .forEach(key -> changes.add("- " + key));
    is.forEach(
        (key, fact) -> {
          if (!was.containsKey(key)) {
            changes.add("+ " + key);
            return;
          }
          fact.forEach(
              (name, value) -> {
                if (!value.equals(was.get(key).get(name))) {
                  changes.add(name + " " + key + " = " + value);
                }
              });
        });
    return changes;
  }

  private static ObjectNode configured(JsonNode json, String... path) {
    JsonNode node = json.get("resource");
    for (String step : path) {
      node = node.get(step);
    }
    return (ObjectNode) node;
  }

  private static ObjectNode planned(JsonNode json, String address) {
    return values(json.at("/planned_values/root_module/resources"), address);
  }

  private static ObjectNode stored(JsonNode json, String address) {
    return values(json.at("/values/root_module/resources"), address);
  }

  private static ObjectNode expression(JsonNode json, String address, String name) {
    JsonNode resources = json.at("/configuration/root_module/resources");
    return (ObjectNode) find(resources, address).get("expressions").get(name);
  }

  private static void remove(JsonNode json, String address) {
    ArrayNode resources = (ArrayNode) json.at("/values/root_module/resources");
    resources.removeIf(resource -> resource.get("address").asText().equals(address));
  }

  private static ObjectNode values(JsonNode resources, String address) {
    return (ObjectNode) find(resources, address).get("values");
  }

  private static JsonNode find(JsonNode resources, String address) {
    for (JsonNode resource : resources) {
      if (resource.get("address").asText().equals(address)) {
        return resource;
      }
    }
    throw new AssertionError(address);
  }
}
