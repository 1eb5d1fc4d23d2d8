package dev.atoll.conformance.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.atoll.facts.Facts;
import dev.atoll.facts.network.Vpc;
import dev.atoll.practice.Catalogue;
import dev.atoll.practice.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A root that is given ids of what another root made says nothing about it. */
class MadeElsewhereTest {

  private static final String PEERING =
      """
      {"resource": {"aws_vpc_peering_connection": {"p": {
        "vpc_id": "%s", "peer_vpc_id": "%s", "peer_region": "us-west-2"}},
       "aws_vpc_peering_connection_accepter": {"p": {
        "vpc_peering_connection_id": "${aws_vpc_peering_connection.p.id}", "auto_accept": true}}}}
      """;

  @Test
  void aPeeringOfVpcsThatWereMadeElsewhereIsNoMistake() throws JsonProcessingException {
    Facts facts = read(PEERING.formatted("vpc-0aaaaaaaaaaaaaaaa", "vpc-0bbbbbbbbbbbbbbbb"));

    assertThat(facts.all(Vpc.class).gap()).hasValue("vpc-0aaaaaaaaaaaaaaaa was made elsewhere");
    assertThat(verdict("NET-2", facts)).isEqualTo(Verdict.UNKNOWN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"NET-1", "NET-3", "NET-4", "NET-5", "NET-7"})
  void nothingElseIsClaimedOfIt(String practice) throws JsonProcessingException {
    Facts facts = read(PEERING.formatted("vpc-0aaaaaaaaaaaaaaaa", "vpc-0bbbbbbbbbbbbbbbb"));

    assertThat(verdict(practice, facts)).isIn(Verdict.UNKNOWN, Verdict.NOT_APPLICABLE);
  }

  @Test
  void aPeeringWithItselfIsAMistakeWhereverTheVpcWasMade() throws JsonProcessingException {
    Facts facts = read(PEERING.formatted("vpc-0aaaaaaaaaaaaaaaa", "vpc-0aaaaaaaaaaaaaaaa"));

    assertThat(verdict("NET-2", facts)).isEqualTo(Verdict.FAIL);
  }

  private static Verdict verdict(String practice, Facts facts) {
    return Catalogue.find(practice).orElseThrow().judge(facts).verdict();
  }

  private static Facts read(String json) throws JsonProcessingException {
    return TerraformJson.read(new ObjectMapper().readTree(json), "main.tf.json").facts();
  }
}
