package dev.atoll.itest.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** On an emulator of its own: the order of the first requests is what matters. */
class SecretsManagerTest {

  @Test
  void aSecretThatRdsMadeBeforeSecretsManagerWasAskedIsListed() {
    try (LocalStack emulator = LocalStack.start(line -> {})) {
      World world = emulator.newWorld();
      try (RdsClient rds = world.client(RdsClient.builder(), Region.US_EAST_2);
          SecretsManagerClient secrets =
              world.client(SecretsManagerClient.builder(), Region.US_EAST_2)) {
        rds.createDBCluster(
            cluster ->
                cluster
                    .dbClusterIdentifier("aurora")
                    .engine("aurora-postgresql")
                    .masterUsername("coder")
                    .manageMasterUserPassword(true));

        assertThat(secrets.listSecrets().secretList())
            .singleElement()
            .matches(secret -> "rds".equals(secret.owningService()), "is RDS's");
      }
    }
  }
}
