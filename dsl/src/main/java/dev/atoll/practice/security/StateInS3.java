package dev.atoll.practice.security;

import static dev.atoll.practice.Citation.page;
import static dev.atoll.practice.Citation.progress;

import dev.atoll.facts.Facts;
import dev.atoll.facts.Source;
import dev.atoll.facts.Truth;
import dev.atoll.facts.Value;
import dev.atoll.facts.state.StateBackend;
import dev.atoll.facts.state.StateBucket;
import dev.atoll.facts.state.StateObject;
import dev.atoll.practice.About;
import dev.atoll.practice.EvidenceKind;
import dev.atoll.practice.Inspection;
import dev.atoll.practice.Judgement;
import dev.atoll.practice.Practice;
import java.util.Optional;

/** SEC-5. Judges backends as they are written, and buckets and states as they are found. */
public final class StateInS3 implements Practice {

  private static final About ABOUT =
      About.practice(
              "SEC-5",
              "All state is in S3, where the topology says, encrypted, versioned and locked")
          .from(
              progress("Important Notes 2"),
              page(
                  "Terraform, S3 backend",
                  "https://developer.hashicorp.com/terraform/language/backend/s3"))
          .because(
              "Two applies at once without a lock corrupt the state. Without versions nothing"
                  + " brings it back, and without encryption the passwords in it are readable for"
                  + " whoever may read the bucket.")
          .fix(
              "Backend s3 in the primary Region (us-east-2 in the documents), encrypt true and"
                  + " use_lockfile true; on the bucket versioning, default encryption and a block"
                  + " of public access.")
          .wants(EvidenceKind.PLAN, EvidenceKind.APPLIED);

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Judgement judge(Facts facts) {
    Inspection inspection = new Inspection(ABOUT);
    Optional<StateBackend> intended =
        facts.intended().flatMap(i -> i.all(StateBackend.class).stream().findFirst());
    facts.all(StateBackend.class).stream()
        .filter(backend -> !makesTheBucket(backend, facts))
        .forEach(backend -> judge(inspection, backend, intended));
    Truth elsewhere = facts.all(StateBucket.class).gap().map(Truth::open).orElse(Truth.NO);
    facts.all(StateBucket.class).stream()
        .forEach(bucket -> judge(inspection, bucket, elsewhere, intended));
    facts.all(StateObject.class).stream().forEach(state -> judge(inspection, state));
    return inspection.judgement("nothing says where the state is kept");
  }

  /** The root that makes the bucket cannot start with its state in it. */
  private static boolean makesTheBucket(StateBackend backend, Facts facts) {
    return backend.type().is("local"::equals).isYes()
        && facts.all(StateBucket.class).stream()
            .anyMatch(
                bucket ->
                    bucket.source().folder().isPresent()
                        && bucket.source().folder().equals(backend.source().folder()));
  }

  private static void judge(
      Inspection inspection, StateBackend backend, Optional<StateBackend> intended) {
    Source at = backend.source();
    inspection
        .look("backend")
        .require(
            backend.type().is("s3"::equals),
            "the state is kept in \"%s\", not in S3".formatted(backend.type().show()),
            at);
    if (backend.type().is("s3"::equals).isNo()) {
      return;
    }
    inspection
        .require(backend.encrypted().is(Boolean::booleanValue), "the backend does not encrypt", at)
        .require(
            backend.locked().is(Boolean::booleanValue),
            "the backend takes no lock: two applies at once destroy the state",
            at);
    intended.ifPresent(
        other -> same(inspection, "the backend", at, backend.region(), other.region()));
  }

  /** What a bucket keeps and admits is said by resources beside it, which may be elsewhere. */
  private static void judge(
      Inspection inspection, StateBucket bucket, Truth elsewhere, Optional<StateBackend> intended) {
    Source at = bucket.source();
    String name = bucket.name().asOptional().orElseGet(() -> bucket.ref().key());
    inspection
        .look("bucket")
        .require(
            bucket.encrypted().is(Boolean::booleanValue).or(elsewhere),
            name + " does not encrypt",
            at)
        .require(
            bucket.versioned().is(Boolean::booleanValue).or(elsewhere),
            name + " keeps no old versions",
            at)
        .require(
            bucket.publicAccessBlocked().is(Boolean::booleanValue).or(elsewhere),
            name + " does not block public access",
            at);
    intended.ifPresent(
        other -> same(inspection, "the bucket", at, bucket.region(), other.region()));
  }

  private static void judge(Inspection inspection, StateObject state) {
    String key = state.key().show();
    inspection
        .look("state")
        .require(
            state.encrypted().is(Boolean::booleanValue), key + " is not encrypted", state.source())
        .require(
            state.lockTaken().is(Boolean::booleanValue),
            "no run ever took the lock of " + key,
            state.source());
  }

  private static <T> void same(
      Inspection inspection, String what, Source at, Value<T> found, Value<T> intended) {
    intended
        .asOptional()
        .ifPresent(
            value ->
                inspection.require(
                    found.is(value::equals),
                    "%s is in %s; the topology says %s".formatted(what, found.show(), value),
                    at));
  }
}
