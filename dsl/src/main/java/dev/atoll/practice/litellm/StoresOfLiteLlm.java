package dev.atoll.practice.litellm;

import static dev.atoll.practice.Citation.bestPractices;
import static dev.atoll.practice.Citation.page;

import dev.atoll.facts.Facts;
import dev.atoll.facts.Seen;
import dev.atoll.facts.Truth;
import dev.atoll.facts.cache.CacheGroup;
import dev.atoll.facts.secret.Secret;
import dev.atoll.practice.About;
import dev.atoll.practice.EvidenceKind;
import dev.atoll.practice.Inspection;
import dev.atoll.practice.Judgement;
import dev.atoll.practice.Practice;
import dev.atoll.practice.Subject;

/** LLM-3: the stores and their secrets, and what pods are given of them. */
public final class StoresOfLiteLlm implements Practice {

  private static final About ABOUT =
      About.practice("LLM-3", "PostgreSQL and Redis addresses and passwords come from secrets")
          .subject(Subject.LITELLM)
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
              "Set DATABASE_URL and the REDIS_ variables with secretKeyRef, from secrets that"
                  + " Secrets Manager fills. Give the cache transit_encryption_enabled and a user"
                  + " group.")
          .wants(EvidenceKind.CLUSTER, EvidenceKind.APPLIED);

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Judgement judge(Facts facts) {
    Inspection inspection = new Inspection(ABOUT);
    for (CacheGroup cache : facts.all(CacheGroup.class).facts()) {
      inspection
          .look("cache")
          .require(
              cache.authenticated().is(Boolean::booleanValue),
              "%s lets in whoever reaches it".formatted(cache.ref()),
              cache.source())
          .require(
              cache.encryptedInTransit().is(Boolean::booleanValue),
              "%s speaks no TLS: passwords and what is kept there travel in the clear"
                  .formatted(cache.ref()),
              cache.source());
    }
    StoreVariables.judge(inspection, facts);
    facts.intended().ifPresent(intended -> secrets(inspection, facts, intended));
    return inspection.judgement("there is no store of LiteLLM");
  }

  private static void secrets(Inspection inspection, Facts facts, Facts intended) {
    Seen<Secret> found = facts.all(Secret.class);
    for (Secret wanted : intended.all(Secret.class).facts()) {
      if (wanted.name().is(name -> name.contains("/litellm/")).isYes()) {
        Truth there =
            Truth.any(
                found.stream(), secret -> same(wanted, secret).and(sameRegion(wanted, secret)));
        inspection
            .look("secret")
            .require(
                there.or(found.gap().map(Truth::open).orElse(Truth.NO)),
                "LiteLLM in %s has no secret %s to read"
                    .formatted(wanted.region().show(), wanted.name().show()),
                wanted.source());
      }
    }
  }

  private static Truth same(Secret wanted, Secret secret) {
    return wanted.name().fold(name -> secret.name().is(name::equals), Truth::open);
  }

  private static Truth sameRegion(Secret wanted, Secret secret) {
    return wanted.region().fold(region -> secret.region().is(region::equals), Truth::open);
  }
}
