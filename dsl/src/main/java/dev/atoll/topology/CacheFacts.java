package dev.atoll.topology;

import static dev.atoll.facts.Value.known;
import static dev.atoll.topology.DesignFacts.ref;

import dev.atoll.aws.PortRange;
import dev.atoll.aws.Protocol;
import dev.atoll.facts.Fact;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Source;
import dev.atoll.facts.cache.CacheConnection;
import dev.atoll.facts.cache.CacheGroup;
import dev.atoll.facts.network.Ingress;
import dev.atoll.facts.network.Peer;
import dev.atoll.facts.network.SecurityGroup;
import dev.atoll.facts.secret.Credential;
import dev.atoll.facts.secret.Secret;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Projects LiteLLM's cache into facts. */
final class CacheFacts {

  private CacheFacts() {}

  static List<Fact> of(Design design, CoderRegion home, CacheDesign cache) {
    Source at = cache.at();
    String key = home.region().identifier() + "_litellm";
    String name = design.name() + "-litellm";
    Ref group = ref("aws_security_group", key + "_cache");
    Ref replication = ref("aws_elasticache_replication_group", key);
    Ref user = ref("aws_elasticache_user", key);
    return List.of(
        new SecurityGroup(
            at,
            group,
            known(ref("aws_vpc", home.region().identifier())),
            known(name + "-cache"),
            known(Map.of("Name", name + "-cache"))),
        new Ingress(
            at,
            ref("aws_vpc_security_group_ingress_rule", key + "_cache_from_nodes"),
            known(group),
            known(Protocol.TCP),
            known(PortRange.of(CacheDesign.PORT)),
            known(
                new Peer.Group(ref("aws_security_group", home.region().identifier() + "_nodes")))),
        new CacheGroup(
            at,
            replication,
            known(home.region()),
            known(name),
            known(cache.clusterMode()),
            known(true),
            known(true),
            known(true),
            known(Set.of(group))),
        new Credential(at, user, "passwords of " + user, known(Credential.Custody.IAM)),
        new Secret(
            at,
            ref("aws_secretsmanager_secret", key + "_cache"),
            known(design.name() + "/litellm/cache"),
            known(home.region()),
            known(home.region())),
        new CacheConnection(
            at,
            ref("aws_secretsmanager_secret_version", key + "_cache"),
            known(replication),
            known(cache.clusterMode())));
  }
}
