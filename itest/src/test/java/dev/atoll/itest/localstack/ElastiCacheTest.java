package dev.atoll.itest.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.CacheCluster;
import software.amazon.awssdk.services.elasticache.model.CacheClusterNotFoundException;
import software.amazon.awssdk.services.elasticache.model.CacheSubnetGroupInUseException;
import software.amazon.awssdk.services.elasticache.model.CacheSubnetGroupNotFoundException;
import software.amazon.awssdk.services.elasticache.model.ReplicationGroupNotFoundException;

/** ElastiCache as it is completed: members of replication groups, and deletions that end. */
@ExtendWith(LocalStackExtension.class)
class ElastiCacheTest {

  private static final Region REGION = Region.US_WEST_2;

  private ElastiCacheClient cache;
  private Network network;

  @BeforeEach
  void client(LocalStack emulator) {
    World world = emulator.newWorld();
    cache = world.client(ElastiCacheClient.builder(), REGION);
    network = Network.in(world, REGION);
    cache.createCacheSubnetGroup(
        r ->
            r.cacheSubnetGroupName("data")
                .cacheSubnetGroupDescription("data")
                .subnetIds(network.subnets()));
  }

  @AfterEach
  void close() {
    cache.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"redis", "valkey"})
  void aReplicationGroupHasTheMembersThatWereAskedFor(String engine) {
    create(engine);

    assertThat(cache.describeReplicationGroups().replicationGroups().get(0).memberClusters())
        .containsExactly("cache-001", "cache-002");
    CacheCluster replica =
        cache.describeCacheClusters(r -> r.cacheClusterId("cache-002")).cacheClusters().get(0);
    assertThat(replica.engine()).isEqualTo(engine);
    assertThat(replica.replicationGroupId()).isEqualTo("cache");
    assertThat(replica.numCacheNodes()).isEqualTo(1);
    assertThat(replica.cacheSubnetGroupName()).isEqualTo("data");
    assertThat(replica.transitEncryptionEnabled()).isTrue();
    assertThat(replica.securityGroups())
        .singleElement()
        .matches(group -> group.securityGroupId().equals(network.group()), "is ours");
  }

  @Test
  void whatIsDeletedIsGone() {
    create("valkey");
    assertThat(cache.deleteReplicationGroup(r -> r.replicationGroupId("cache")).replicationGroup())
        .matches(group -> group.status().equals("deleting"), "is being deleted");

    assertThatThrownBy(() -> cache.describeReplicationGroups(r -> r.replicationGroupId("cache")))
        .isInstanceOf(ReplicationGroupNotFoundException.class);
    assertThatThrownBy(() -> cache.describeCacheClusters(r -> r.cacheClusterId("cache-001")))
        .isInstanceOf(CacheClusterNotFoundException.class);
    cache.deleteCacheSubnetGroup(r -> r.cacheSubnetGroupName("data"));
    assertThat(cache.describeCacheSubnetGroups().cacheSubnetGroups()).isEmpty();
  }

  @Test
  void whatIsInUseOrUnknownIsNotDeleted() {
    create("valkey");
    assertThatThrownBy(() -> cache.deleteCacheSubnetGroup(r -> r.cacheSubnetGroupName("data")))
        .isInstanceOf(CacheSubnetGroupInUseException.class);
    assertThatThrownBy(() -> cache.deleteCacheSubnetGroup(r -> r.cacheSubnetGroupName("other")))
        .isInstanceOf(CacheSubnetGroupNotFoundException.class);
    assertThatThrownBy(() -> cache.deleteReplicationGroup(r -> r.replicationGroupId("other")))
        .isInstanceOf(ReplicationGroupNotFoundException.class);
  }

  private void create(String engine) {
    cache.createReplicationGroup(
        r ->
            r.replicationGroupId("cache")
                .replicationGroupDescription("cache")
                .engine(engine)
                .cacheNodeType("cache.t4g.small")
                .numCacheClusters(2)
                .automaticFailoverEnabled(true)
                .transitEncryptionEnabled(true)
                .cacheSubnetGroupName("data")
                .securityGroupIds(network.group()));
  }
}
