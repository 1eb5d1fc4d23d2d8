package dev.atoll.conformance.suite;

import com.fasterxml.jackson.databind.JsonNode;
import dev.atoll.aws.Region;
import dev.atoll.facts.Facts;
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
    Set<String> known = peeringsInState(deployed.terraform().showState());
    network.all(VpcPeering.class).stream()
        .filter(peering -> !peering.status().is(Status.DEAD::equals).isYes())
        .map(peering -> peering.ref().key())
        .filter(id -> !known.contains(id))
        .forEach(id -> delete(deployed, id));
    deployed.terraform().apply();
  }

  private static Set<String> peeringsInState(JsonNode state) {
    JsonNode resources = state.at("/values/root_module/resources");
    return StreamSupport.stream(resources.spliterator(), false)
        .filter(resource -> resource.path("type").asText().equals("aws_vpc_peering_connection"))
        .map(resource -> resource.at("/values/id").asText())
        .collect(Collectors.toSet());
  }

  private static void delete(Deployed deployed, String id) {
    Region anywhere = deployed.regions().get(0);
    deployed
        .aws()
        .ec2(anywhere)
        .deleteVpcPeeringConnection(request -> request.vpcPeeringConnectionId(id));
  }
}
