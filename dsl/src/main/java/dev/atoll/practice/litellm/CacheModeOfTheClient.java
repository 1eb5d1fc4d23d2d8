package dev.atoll.practice.litellm;

import static dev.atoll.practice.Citation.page;

import dev.atoll.facts.Facts;
import dev.atoll.facts.Truth;
import dev.atoll.facts.cache.CacheConnection;
import dev.atoll.facts.cache.CacheGroup;
import dev.atoll.practice.About;
import dev.atoll.practice.EvidenceKind;
import dev.atoll.practice.Inspection;
import dev.atoll.practice.Judgement;
import dev.atoll.practice.Practice;
import dev.atoll.practice.Subject;

/** LLM-9. */
public final class CacheModeOfTheClient implements Practice {

  private static final About ABOUT =
      About.practice("LLM-9", "The cache's cluster mode matches its client")
          .subject(Subject.LITELLM)
          .from(
              page("LiteLLM, Redis cache", "https://docs.litellm.ai/docs/proxy/caching_redis"),
              page(
                  "Redis cluster specification, MOVED redirection",
                  "https://redis.io/docs/latest/operate/oss_and_stack/reference/cluster-spec/#moved-redirection"))
          .because(
              "A plain client with REDIS_HOST on a sharded group is answered MOVED for most keys."
                  + " Rate limits and budgets are then not shared, and users get over them"
                  + " unnoticed.")
          .fix(
              "Use one shard without cluster mode (num_node_groups 1, cluster mode disabled), or"
                  + " give LiteLLM REDIS_CLUSTER_NODES, a JSON list of host and port.")
          .wants(EvidenceKind.PLAN);

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Judgement judge(Facts facts) {
    Inspection inspection = new Inspection(ABOUT);
    for (CacheGroup cache : facts.all(CacheGroup.class).facts()) {
      inspection.look("cache");
      boolean known = false;
      for (CacheConnection connection : facts.all(CacheConnection.class).facts()) {
        if (connection.cache().is(cache.ref()::equals).isYes()) {
          known = true;
          judge(inspection.look("client"), cache, connection);
        }
      }
      if (!known) {
        inspection.undecided("nothing says how clients connect to " + cache.ref());
      }
    }
    return inspection.judgement("there is no cache");
  }

  private static void judge(Inspection inspection, CacheGroup cache, CacheConnection connection) {
    Truth sharded = cache.clusterMode().is(Boolean::booleanValue);
    Truth follows = connection.clusterClient().is(Boolean::booleanValue);
    inspection
        .require(
            sharded.and(follows.not()).not(),
            "%s is in cluster mode, and %s names a plain host: it is answered MOVED"
                .formatted(cache.ref(), connection.ref()),
            connection.source(),
            cache.source())
        .require(
            sharded.not().and(follows).not(),
            "%s is not in cluster mode, and %s asks it for its shards"
                .formatted(cache.ref(), connection.ref()),
            connection.source(),
            cache.source());
  }
}
