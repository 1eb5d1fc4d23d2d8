package dev.atoll.itest.aws;

import dev.atoll.aws.Acu;
import dev.atoll.aws.Region;
import dev.atoll.facts.Fact;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Source;
import dev.atoll.facts.Value;
import dev.atoll.facts.database.DatabaseCluster;
import dev.atoll.facts.database.DatabaseCluster.Capacity;
import dev.atoll.facts.database.DatabaseCluster.MasterPassword;
import dev.atoll.facts.database.DatabaseInstance;
import dev.atoll.facts.secret.Credential;
import dev.atoll.facts.secret.Credential.Custody;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.rds.model.DBCluster;
import software.amazon.awssdk.services.rds.model.DBClusterMember;
import software.amazon.awssdk.services.rds.model.VpcSecurityGroupMembership;

/** Reads Aurora clusters and their instances. */
public final class DatabaseReader {

  private DatabaseReader() {}

  /**
   * Every database cluster of these Regions.
   *
   * @throws software.amazon.awssdk.core.exception.SdkException when AWS refuses or cannot be
   *     reached
   */
  public static List<Fact> read(AwsAccount account, Collection<Region> regions) {
    List<Fact> facts = new ArrayList<>();
    for (Region region : regions) {
      account
          .rds(region)
          .describeDBClustersPaginator()
          .dbClusters()
          .forEach(cluster -> facts.addAll(facts(account, region, cluster)));
    }
    return facts;
  }

  private static List<Fact> facts(AwsAccount account, Region region, DBCluster cluster) {
    Ref ref = new Ref(cluster.dbClusterArn());
    Source source = new Source(account.origin(), "%s (%s)".formatted(ref, region));
    boolean managed = cluster.masterUserSecret() != null;
    List<Fact> facts = new ArrayList<>();
    facts.add(cluster(source, ref, region, cluster));
    facts.add(
        new Credential(
            source,
            ref,
            "master password of " + cluster.dbClusterIdentifier(),
            managed
                ? Value.known(Custody.MANAGED)
                : Value.unknown("RDS does not say where a password that it was given is kept")));
    for (DBClusterMember member : cluster.dbClusterMembers()) {
      facts.add(
          new DatabaseInstance(
              source,
              new Ref(ref + "/" + member.dbInstanceIdentifier()),
              Value.known(ref),
              Value.unknown("the instance was not asked"),
              Value.known(Boolean.TRUE.equals(member.isClusterWriter())),
              Optional.empty()));
    }
    return facts;
  }

  private static DatabaseCluster cluster(Source source, Ref ref, Region region, DBCluster cluster) {
    return new DatabaseCluster(
        source,
        ref,
        Value.known(region),
        Value.known(cluster.dbClusterIdentifier()),
        Value.known(Optional.ofNullable(cluster.databaseName()).orElse("")),
        Value.known(cluster.engine()),
        Value.known(capacity(cluster)),
        Value.known(Boolean.TRUE.equals(cluster.storageEncrypted())),
        Value.known(Boolean.TRUE.equals(cluster.deletionProtection())),
        Value.known(cluster.backupRetentionPeriod()),
        Value.known(
            cluster.masterUserSecret() != null
                ? MasterPassword.MANAGED_BY_RDS
                : MasterPassword.GIVEN),
        Value.known(Boolean.TRUE.equals(cluster.iamDatabaseAuthenticationEnabled())),
        Value.known(
            cluster.vpcSecurityGroups().stream()
                .map(VpcSecurityGroupMembership::vpcSecurityGroupId)
                .map(Ref::new)
                .collect(Collectors.toUnmodifiableSet())),
        Value.known(cluster.port()),
        Value.known(
            cluster.replicationSourceIdentifier() != null
                && !cluster.replicationSourceIdentifier().isEmpty()));
  }

  private static Optional<Capacity> capacity(DBCluster cluster) {
    return Optional.ofNullable(cluster.serverlessV2ScalingConfiguration())
        .map(limits -> new Capacity(new Acu(limits.minCapacity()), new Acu(limits.maxCapacity())));
  }
}
