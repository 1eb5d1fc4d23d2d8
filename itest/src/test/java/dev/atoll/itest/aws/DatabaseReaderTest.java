package dev.atoll.itest.aws;

import static dev.atoll.aws.Region.US_EAST_2;
import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.itest.localstack.LocalStack;
import dev.atoll.itest.localstack.LocalStackExtension;
import dev.atoll.practice.Verdict;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.rds.RdsClient;

/** Coder's database, and what fails when one thing about it is broken. */
@ExtendWith(LocalStackExtension.class)
class DatabaseReaderTest {

  private AwsClients account;
  private RdsClient rds;
  private Catalogued read;

  @BeforeEach
  void aDatabaseWithItsWriter(LocalStack emulator) {
    account = AwsClients.of(emulator.newWorld());
    rds = account.rds(US_EAST_2);
    read = Catalogued.of(() -> DatabaseReader.read(account, List.of(US_EAST_2)));
    cluster("main", true);
    instance("writer", "main");
  }

  @AfterEach
  void close() {
    account.close();
  }

  @Test
  void asItShouldBe() {
    assertThat(List.of("AUR-1", "AUR-2", "AUR-4", "AUR-6"))
        .allSatisfy(id -> assertThat(read.verdict(id)).as(id).isEqualTo(Verdict.PASS));
  }

  @Test
  void aReader() {
    assertThat(read.failAfter(() -> instance("reader", "main"))).containsExactly("AUR-1");
  }

  @Test
  void noWriter() {
    assertThat(
            read.failAfter(
                () ->
                    rds.deleteDBInstance(
                        r -> r.dbInstanceIdentifier("writer").skipFinalSnapshot(true))))
        .containsExactly("AUR-1");
  }

  @Test
  void aHigherMinimum() {
    assertThat(
            read.failAfter(
                () ->
                    rds.modifyDBCluster(
                        r ->
                            r.dbClusterIdentifier("main")
                                .serverlessV2ScalingConfiguration(
                                    limits -> limits.minCapacity(1.0).maxCapacity(16.0)))))
        .containsExactly("AUR-2");
  }

  @Test
  void aSecondDatabase() {
    assertThat(
            read.failAfter(
                () -> {
                  cluster("other", true);
                  instance("other-writer", "other");
                }))
        .containsExactly("AUR-4");
  }

  /** Where it is kept no API says, so this is open and no failure. */
  @Test
  void aPasswordOfOnesOwn() {
    rds.deleteDBInstance(r -> r.dbInstanceIdentifier("writer").skipFinalSnapshot(true));
    rds.deleteDBCluster(r -> r.dbClusterIdentifier("main").skipFinalSnapshot(true));
    cluster("own", false);
    instance("own-writer", "own");

    assertThat(read.verdict("AUR-6")).isEqualTo(Verdict.UNKNOWN);
    assertThat(read.verdict("AUR-1")).isEqualTo(Verdict.PASS);
  }

  private void cluster(String name, boolean managed) {
    rds.createDBCluster(
        r -> {
          r.dbClusterIdentifier(name)
              .databaseName("coder")
              .engine("aurora-postgresql")
              .masterUsername("postgres")
              .serverlessV2ScalingConfiguration(
                  limits -> limits.minCapacity(0.5).maxCapacity(16.0));
          if (managed) {
            r.manageMasterUserPassword(true);
          } else {
            r.masterUserPassword("of-no-consequence");
          }
        });
  }

  private void instance(String name, String cluster) {
    rds.createDBInstance(
        r ->
            r.dbInstanceIdentifier(name)
                .dbClusterIdentifier(cluster)
                .engine("aurora-postgresql")
                .dbInstanceClass("db.serverless"));
  }
}
