package dev.atoll.itest.aws;

import dev.atoll.aws.Region;
import dev.atoll.facts.Fact;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Source;
import dev.atoll.facts.Value;
import dev.atoll.facts.cache.CacheGroup;
import dev.atoll.facts.secret.Credential;
import dev.atoll.facts.secret.Credential.Custody;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.ReplicationGroup;
import software.amazon.awssdk.services.elasticache.model.SecurityGroupMembership;
import software.amazon.awssdk.services.elasticache.model.User;

/** Reads replication groups of ElastiCache and how users sign in to them. */
public final class CacheReader {

  private CacheReader() {}

  /**
   * Every replication group and every user in a group of these Regions.
   *
   * @throws software.amazon.awssdk.core.exception.SdkException when AWS refuses or cannot be
   *     reached
   */
  public static List<Fact> read(AwsAccount account, Collection<Region> regions) {
    List<Fact> facts = new ArrayList<>();
    for (Region region : regions) {
      ElastiCacheClient client = account.elastiCache(region);
      client
          .describeReplicationGroupsPaginator()
          .replicationGroups()
          .forEach(group -> facts.addAll(facts(account, region, client, group)));
    }
    return facts;
  }

  private static List<Fact> facts(
      AwsAccount account, Region region, ElastiCacheClient client, ReplicationGroup group) {
    Ref ref = new Ref(group.arn());
    Source source = new Source(account.origin(), "%s (%s)".formatted(ref, region));
    List<Fact> facts = new ArrayList<>();
    boolean token = Boolean.TRUE.equals(group.authTokenEnabled());
    facts.add(
        new CacheGroup(
            source,
            ref,
            Value.known(region),
            Value.known(group.replicationGroupId()),
            Value.known(
                Boolean.TRUE.equals(group.clusterEnabled())
                    || "enabled".equals(group.clusterModeAsString())),
            Value.known(Boolean.TRUE.equals(group.transitEncryptionEnabled())),
            Value.known(Boolean.TRUE.equals(group.atRestEncryptionEnabled())),
            Value.known(token || !group.userGroupIds().isEmpty()),
            Value.known(groups(client, group))));
    if (token) {
      facts.add(
          new Credential(
              source,
              ref,
              "auth_token of " + group.replicationGroupId(),
              Value.unknown("ElastiCache does not say where a token that it was given is kept")));
    } else if (group.userGroupIds().isEmpty()) {
      facts.add(
          new Credential(
              source,
              ref,
              "auth_token of " + group.replicationGroupId(),
              Value.known(Custody.OPEN)));
    }
    group.userGroupIds().stream()
        .flatMap(
            id ->
                client.describeUserGroups(request -> request.userGroupId(id)).userGroups().stream())
        .flatMap(users -> users.userIds().stream())
        .flatMap(id -> client.describeUsers(request -> request.userId(id)).users().stream())
        .forEach(user -> facts.add(credential(account, region, user)));
    return facts;
  }

  /** Only the member clusters say which security groups they carry. */
  private static Set<Ref> groups(ElastiCacheClient client, ReplicationGroup group) {
    return group.memberClusters().stream()
        .flatMap(
            member ->
                client
                    .describeCacheClusters(request -> request.cacheClusterId(member))
                    .cacheClusters()
                    .stream())
        .flatMap(cluster -> cluster.securityGroups().stream())
        .map(SecurityGroupMembership::securityGroupId)
        .map(Ref::new)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Credential credential(AwsAccount account, Region region, User user) {
    return new Credential(
        new Source(account.origin(), "%s (%s)".formatted(user.arn(), region)),
        new Ref(user.arn()),
        "passwords of " + user.userId(),
        switch (user.authentication().type()) {
          case IAM -> Value.known(Custody.IAM);
          case NO_PASSWORD -> Value.known(Custody.OPEN);
          default -> Value.unknown("ElastiCache does not say where a password is kept");
        });
  }
}
