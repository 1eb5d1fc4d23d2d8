package dev.atoll.conformance.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.facts.Facts;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** References that go through variables and outputs of modules, in the plan of an HCL root. */
class PlanOfModulesTest {

  private final Facts facts = Fixture.facts("modules/plan.json");
  private final Map<String, Map<String, String>> flat = Flat.of(facts);

  @Test
  void withinAModule() {
    assertThat(flat.get("Subnet module.west[\"a\"].aws_subnet.this[1]"))
        .containsEntry("vpc", "module.west[\"a\"].aws_vpc.this")
        .containsEntry("cidr", "10.1.1.0/24");
  }

  @Test
  void throughAnOutputAndAVariable() {
    assertThat(flat.get("Ingress module.rules.aws_vpc_security_group_ingress_rule.relay"))
        .containsEntry("group", "module.east.aws_security_group.nodes");
    assertThat(flat.get("VpcPeering module.rules.aws_vpc_peering_connection.this"))
        .containsEntry("requester", "module.east.aws_vpc.this")
        .containsEntry("accepter", "module.west[\"a\"].aws_vpc.this")
        .containsEntry("status", "PENDING_ACCEPTANCE");
  }

  @Test
  void providersThatAreHandedDown() {
    assertThat(flat.get("Vpc module.west[\"b\"].aws_vpc.this"))
        .containsEntry("region", "us-west-2");
    assertThat(flat.get("Vpc module.east.aws_vpc.this")).containsEntry("region", "us-east-2");
  }

  /** Terraform leaves dynamic blocks out of a plan's configuration. */
  @Test
  void whatADynamicBlockRefersToIsUnknown() {
    assertThat(flat)
        .containsEntry(
            "Ingress aws_security_group.dyn.ingress[TCP 22 ?]",
            Map.of(
                "ref", "aws_security_group.dyn.ingress[TCP 22 ?]",
                "group", "aws_security_group.dyn",
                "protocol", "TCP",
                "ports", "22",
                "from", "unknown (known after apply)"))
        .containsKey("Ingress aws_security_group.dyn.ingress[TCP 443 ?]");
  }

  @Test
  void whatAnExpressionChoosesIsUnknown() {
    assertThat(flat.get("Subnet aws_subnet.splat[0]"))
        .containsEntry(
            "vpc",
            "unknown (the plan of an HCL configuration keeps only that it needs module.west)");
  }
}
