package dev.atoll.itest.aws;

import static dev.atoll.aws.Region.US_EAST_2;
import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.facts.Facts;
import dev.atoll.facts.Origin;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Source;
import dev.atoll.facts.Value;
import dev.atoll.facts.cache.CacheConnection;
import dev.atoll.facts.cache.CacheGroup;
import dev.atoll.itest.localstack.LocalStack;
import dev.atoll.itest.localstack.LocalStackExtension;
import dev.atoll.practice.Verdict;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.CreateReplicationGroupRequest;
import software.amazon.awssdk.services.elasticache.model.InputAuthenticationType;

/** LiteLLM's cache, and what fails when one thing about it is broken. */
@ExtendWith(LocalStackExtension.class)
class CacheReaderTest {

  private AwsClients account;
  private ElastiCacheClient cache;
  private Catalogued read;

  @BeforeEach
  void aCacheThatIamLetsIn(LocalStack emulator) {
    account = AwsClients.of(emulator.newWorld());
    cache = account.elastiCache(US_EAST_2);
    read =
        new Catalogued(
            () -> CacheReader.read(account, List.of(US_EAST_2)), CacheReaderTest::withAClient);
    user("litellm", InputAuthenticationType.IAM);
    cache.createUserGroup(r -> r.userGroupId("litellm").engine("valkey").userIds("litellm"));
    cache.createReplicationGroup(right().build());
  }

  @AfterEach
  void close() {
    account.close();
  }

  @Test
  void asItShouldBe() {
    assertThat(List.of("AUR-6", "LLM-3", "LLM-9"))
        .allSatisfy(id -> assertThat(read.verdict(id)).as(id).isEqualTo(Verdict.PASS));
  }

  @Test
  void aUserWithoutPassword() {
    assertThat(
            read.failAfter(
                () -> {
                  user("open", InputAuthenticationType.NO_PASSWORD_REQUIRED);
                  cache.createUserGroup(
                      r -> r.userGroupId("open").engine("valkey").userIds("open"));
                  instead(right().userGroupIds("open"));
                }))
        .containsExactly("AUR-6");
  }

  @Test
  void nobodyHasToSignIn() {
    assertThat(read.failAfter(() -> instead(right().userGroupIds(List.of()))))
        .containsExactly("AUR-6", "LLM-3");
  }

  @Test
  void noTls() {
    assertThat(read.failAfter(() -> instead(right().transitEncryptionEnabled(false))))
        .containsExactly("LLM-3");
  }

  @Test
  void shardsThatThePlainClientDoesNotFollow() {
    assertThat(
            read.failAfter(
                () ->
                    instead(
                        right()
                            .numCacheClusters(null)
                            .clusterMode("enabled")
                            .numNodeGroups(2)
                            .replicasPerNodeGroup(1))))
        .containsExactly("LLM-9");
  }

  private CreateReplicationGroupRequest.Builder right() {
    return CreateReplicationGroupRequest.builder()
        .replicationGroupId("cache")
        .replicationGroupDescription("cache")
        .engine("valkey")
        .cacheNodeType("cache.t4g.small")
        .numCacheClusters(2)
        .automaticFailoverEnabled(true)
        .transitEncryptionEnabled(true)
        .atRestEncryptionEnabled(true)
        .userGroupIds("litellm");
  }

  private void instead(CreateReplicationGroupRequest.Builder other) {
    cache.deleteReplicationGroup(r -> r.replicationGroupId("cache"));
    cache.createReplicationGroup(other.build());
  }

  private void user(String name, InputAuthenticationType way) {
    cache.createUser(
        r ->
            r.userId(name)
                .userName(name)
                .engine("valkey")
                .accessString("on ~* +@all")
                .authenticationMode(mode -> mode.type(way)));
  }

  /** How clients connect no API says. */
  private static Facts withAClient(Facts facts) {
    return facts.and(
        facts.all(CacheGroup.class).stream()
            .map(
                group ->
                    new CacheConnection(
                        new Source(Origin.APPLIED, "the client"),
                        new Ref("client"),
                        Value.known(group.ref()),
                        Value.known(false)))
            .toList());
  }
}
