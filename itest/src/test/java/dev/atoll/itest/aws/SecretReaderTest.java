package dev.atoll.itest.aws;

import static dev.atoll.aws.Region.US_EAST_2;
import static dev.atoll.aws.Region.US_WEST_2;
import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.facts.Fact;
import dev.atoll.facts.secret.Secret;
import dev.atoll.itest.localstack.LocalStack;
import dev.atoll.itest.localstack.LocalStackExtension;
import dev.atoll.practice.Verdict;
import dev.atoll.topology.Topology;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.ReplicaRegionType;

/** The secrets that Coder and LiteLLM read, and what fails when one of them is broken. */
@ExtendWith(LocalStackExtension.class)
class SecretReaderTest {

  private static final String DATABASE = "twins/coder/database";
  private static final String CACHE = "twins/litellm/cache";

  private static final Topology TOPOLOGY =
      Topology.named("twins")
          .domain("twins.example.com")
          .coder(coder -> coder.licensed())
          .region(
              US_EAST_2,
              ohio -> ohio.primary().vpc("10.0.0.0/16").liteLlm(llm -> llm.internalOnly()))
          .region(US_WEST_2, oregon -> oregon.replica().vpc("10.1.0.0/16"))
          .peering(US_EAST_2, US_WEST_2)
          .build();

  private AwsClients account;
  private SecretsManagerClient ohio;
  private Catalogued read;

  @BeforeEach
  void secretsOfBothRegions(LocalStack emulator) {
    account = AwsClients.of(emulator.newWorld());
    ohio = account.secretsManager(US_EAST_2);
    read = new Catalogued(() -> facts(account), facts -> facts.intending(TOPOLOGY.facts()));
    account
        .rds(US_EAST_2)
        .createDBCluster(
            r ->
                r.dbClusterIdentifier("main")
                    .databaseName("coder")
                    .engine("aurora-postgresql")
                    .masterUsername("postgres")
                    .manageMasterUserPassword(true));
    for (Secret wanted : TOPOLOGY.facts().all(Secret.class).facts()) {
      if (wanted.region().equals(wanted.primary())) {
        create(wanted.name().asOptional().orElseThrow());
      }
    }
  }

  /** With a copy in every other Region that the topology wants one in. */
  private void create(String name) {
    List<ReplicaRegionType> copies =
        TOPOLOGY.facts().all(Secret.class).stream()
            .filter(copy -> copy.name().is(name::equals).isYes())
            .filter(copy -> !copy.region().equals(copy.primary()))
            .map(copy -> copy.region().show())
            .map(region -> ReplicaRegionType.builder().region(region).build())
            .toList();
    ohio.createSecret(r -> r.name(name).secretString("not read").addReplicaRegions(copies));
  }

  private static List<Fact> facts(AwsClients account) {
    List<Fact> facts = new ArrayList<>(DatabaseReader.read(account, List.of(US_EAST_2)));
    facts.addAll(SecretReader.read(account, List.of(US_EAST_2, US_WEST_2)));
    return facts;
  }

  @AfterEach
  void close() {
    account.close();
  }

  @Test
  void asItShouldBe() {
    assertThat(List.of("AUR-4", "LLM-3"))
        .allSatisfy(id -> assertThat(read.verdict(id)).as(id).isEqualTo(Verdict.PASS));
  }

  @Test
  void aRegionWithoutACopy() {
    assertThat(read.failAfter(this::removeCopy)).containsExactly("AUR-4");
  }

  @Test
  void aSecretOfItsOwnInPlaceOfACopy() {
    assertThat(
            read.failAfter(
                () -> {
                  removeCopy();
                  account
                      .secretsManager(US_WEST_2)
                      .createSecret(r -> r.name(DATABASE).secretString("not read"));
                }))
        .containsExactly("AUR-4");
  }

  @Test
  void noSecretForTheCache() {
    assertThat(
            read.failAfter(
                () -> ohio.deleteSecret(r -> r.secretId(CACHE).forceDeleteWithoutRecovery(true))))
        .containsExactly("LLM-3");
  }

  private void removeCopy() {
    ohio.removeRegionsFromReplication(
        r -> r.secretId(DATABASE).removeReplicaRegions(US_WEST_2.name()));
  }
}
