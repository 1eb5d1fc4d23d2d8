package dev.atoll.conformance.suite;

import com.fasterxml.jackson.databind.JsonNode;
import dev.atoll.aws.Region;
import dev.atoll.facts.Facts;
import dev.atoll.facts.Ref;
import dev.atoll.facts.network.Ingress;
import dev.atoll.facts.network.SecurityGroup;
import dev.atoll.facts.network.Vpc;
import dev.atoll.facts.network.VpcPeering;
import dev.atoll.facts.network.VpcPeering.Status;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Brings a world back to what is described, as a person would after somebody worked by hand: what
 * Terraform does not know of goes, and Terraform applies again.
 */
final class Repair {

  private Repair() {}

  static void of(Deployed deployed) {
    Facts network = deployed.network();
    Set<String> known = idsInState(deployed.terraform().showState());
    network.all(VpcPeering.class).stream()
        .filter(peering -> !peering.status().is(Status.DEAD::equals).isYes())
        .map(peering -> peering.ref().key())
        .filter(id -> !known.contains(id))
        .forEach(id -> deletePeering(deployed, id));
    network.all(Ingress.class).stream()
        .filter(rule -> rule.group().is(group -> known.contains(group.key())).isYes())
        .filter(rule -> !known.contains(rule.ref().key()))
        .forEach(rule -> revoke(deployed, network, rule));
    deployed.terraform().apply();
  }

  private static Set<String> idsInState(JsonNode state) {
    JsonNode resources = state.at("/values/root_module/resources");
    return StreamSupport.stream(resources.spliterator(), false)
        .map(resource -> resource.at("/values/id").asText())
        .collect(Collectors.toSet());
  }

  private static void deletePeering(Deployed deployed, String id) {
    Region anywhere = deployed.regions().get(0);
    deployed
        .aws()
        .ec2(anywhere)
        .deleteVpcPeeringConnection(request -> request.vpcPeeringConnectionId(id));
  }

  private static void revoke(Deployed deployed, Facts network, Ingress rule) {
    Ref group = rule.group().asOptional().orElseThrow();
    Region region =
        network
            .find(SecurityGroup.class, group)
            .flatMap(found -> found.vpc().asOptional())
            .flatMap(vpc -> network.find(Vpc.class, vpc))
            .flatMap(vpc -> vpc.region().asOptional())
            .orElseThrow();
    deployed
        .aws()
        .ec2(region)
        .revokeSecurityGroupIngress(
            request -> request.groupId(group.key()).securityGroupRuleIds(rule.ref().key()));
  }
}
