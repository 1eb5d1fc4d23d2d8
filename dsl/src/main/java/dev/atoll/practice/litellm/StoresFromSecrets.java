package dev.atoll.practice.litellm;

import static dev.atoll.practice.Citation.bestPractices;
import static dev.atoll.practice.Citation.page;

import dev.atoll.facts.Facts;
import dev.atoll.facts.Truth;
import dev.atoll.facts.cache.CacheGroup;
import dev.atoll.facts.kubernetes.EnvironmentVariable;
import dev.atoll.facts.kubernetes.EnvironmentVariable.SecretKey;
import dev.atoll.facts.kubernetes.Workload;
import dev.atoll.facts.litellm.LiteLlmServer;
import dev.atoll.facts.secret.Secret;
import dev.atoll.practice.About;
import dev.atoll.practice.EvidenceKind;
import dev.atoll.practice.Inspection;
import dev.atoll.practice.Judgement;
import dev.atoll.practice.Practice;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** LLM-3. */
public final class StoresFromSecrets implements Practice {

  private static final About ABOUT =
      About.practice("LLM-3", "PostgreSQL and Redis addresses and passwords come from secrets")
          .from(
              bestPractices("LiteLLM Integration Architecture, Current Implementation"),
              page("LiteLLM, deploy", "https://docs.litellm.ai/docs/proxy/deploy"),
              page(
                  "Amazon ElastiCache, in-transit encryption",
                  "https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/in-transit-encryption.html"))
          .because(
              "An address in plain text goes stale when the database is restored under a new name;"
                  + " a password in the Deployment is readable for everybody who may list pods. A"
                  + " cache without sign-in or TLS needs no password at all, or shows it on the"
                  + " way.")
          .fix(
              "Set DATABASE_URL, or DATABASE_HOST and its like, and the REDIS_ variables with"
                  + " secretKeyRef, from secrets that Secrets Manager fills. Give the cache"
                  + " transit_encryption_enabled and a user group.")
          .wants(EvidenceKind.CLUSTER, EvidenceKind.APPLIED);

  private static final List<String> DATABASE = List.of("DATABASE_URL", "DATABASE_HOST");
  private static final List<String> CACHE =
      List.of("REDIS_URL", "REDIS_HOST", "REDIS_CLUSTER_NODES", "REDIS_SENTINEL_NODES");

  /** What says where a store is, or lets in. */
  private static final Pattern TELLING =
      Pattern.compile(
          "(DATABASE|DIRECT)_URL.*|DATABASE_(HOST|USER(NAME)?|PASSWORD).*"
              + "|REDIS_(URL|HOST|CLUSTER_NODES|SENTINEL_NODES|USERNAME|(SENTINEL_)?PASSWORD)");

  /** How the secrets of a deployment of ours are named: {@code coderdemo/litellm/database}. */
  private static final Pattern OF_A_STORE = Pattern.compile(".*/litellm/(database|cache)");

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Judgement judge(Facts facts) {
    Inspection inspection = new Inspection(ABOUT);
    for (LiteLlmPod pod : LiteLlmPod.all(facts)) {
      inspection.look("workload");
      has(inspection, pod, "PostgreSQL", DATABASE);
      has(inspection, pod, "Redis", CACHE);
      pod.container().effective().values().stream()
          .filter(variable -> TELLING.matcher(variable.name()).matches())
          .forEach(variable -> fromSecret(inspection, pod, variable));
    }
    facts.all(CacheGroup.class).facts().forEach(cache -> guarded(inspection, cache));
    facts.all(Workload.class).gap().ifPresent(inspection::undecided);
    facts.intended().ifPresent(intended -> stored(inspection, facts, intended));
    return inspection.judgement("no LiteLLM was read, nor a secret that tells it of its stores");
  }

  private static void guarded(Inspection inspection, CacheGroup cache) {
    inspection
        .look("cache")
        .require(
            cache.authenticated().is(Boolean::booleanValue),
            "%s lets in whoever reaches it".formatted(cache.ref()),
            cache.source())
        .require(
            cache.encryptedInTransit().is(Boolean::booleanValue),
            "%s speaks no TLS: passwords and prompts travel in the clear".formatted(cache.ref()),
            cache.source());
  }

  private static void has(
      Inspection inspection, LiteLlmPod pod, String store, List<String> variables) {
    inspection.require(
        Truth.of(variables.stream().anyMatch(name -> pod.variable(name).isPresent())),
        "%s is not told of its %s by any of %s".formatted(pod, store, String.join(", ", variables)),
        pod.workload().source());
  }

  private static void fromSecret(
      Inspection inspection, LiteLlmPod pod, EnvironmentVariable variable) {
    inspection.require(
        Truth.of(variable.from() instanceof SecretKey),
        "%s of %s does not come from a Secret".formatted(variable.name(), pod),
        pod.workload().source());
  }

  /** That the secrets are in Secrets Manager, where they were read at all. */
  private static void stored(Inspection inspection, Facts facts, Facts intended) {
    if (facts.all(Secret.class).none().isYes() && !LiteLlmPod.all(facts).isEmpty()) {
      return;
    }
    for (LiteLlmServer server : intended.all(LiteLlmServer.class).facts()) {
      for (Secret wanted : intended.all(Secret.class).facts()) {
        Optional<String> name = wanted.name().asOptional();
        if (wanted.region().is(server.region()::equals).isYes()
            && name.filter(text -> OF_A_STORE.matcher(text).matches()).isPresent()) {
          inspection
              .look("secret")
              .require(
                  isThere(facts, wanted),
                  "the secret %s is not in %s".formatted(name.get(), server.region()),
                  server.source());
        }
      }
    }
  }

  private static Truth isThere(Facts facts, Secret wanted) {
    Truth seen =
        Truth.any(
            facts.all(Secret.class).stream(),
            secret ->
                secret
                    .name()
                    .is(name -> wanted.name().is(name::equals).isYes())
                    .and(secret.region().is(region -> wanted.region().is(region::equals).isYes())));
    return seen.or(facts.all(Secret.class).gap().map(Truth::open).orElse(Truth.NO));
  }
}
