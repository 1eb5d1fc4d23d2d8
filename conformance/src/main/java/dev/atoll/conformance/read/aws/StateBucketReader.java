package dev.atoll.conformance.read.aws;

import dev.atoll.aws.Region;
import dev.atoll.conformance.read.resource.Attributes;
import dev.atoll.conformance.read.resource.Things;
import dev.atoll.facts.Fact;
import dev.atoll.facts.Truth;
import dev.atoll.facts.Value;
import dev.atoll.facts.state.StateBucket;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Buckets that keep Terraform state: a backend names them, or a tag says so. */
final class StateBucketReader implements ResourceReader {

  private static final String VERSIONING = "aws_s3_bucket_versioning";
  private static final List<String> BLOCKS =
      List.of(
          "block_public_acls",
          "block_public_policy",
          "ignore_public_acls",
          "restrict_public_buckets");

  private static final Pattern CALLED =
      Pattern.compile("(?i)(?<![a-z])(?:terraform|tf)[-_.]?(?:remote[-_.]?)?states?(?![a-z])");

  /** What is kept for such a bucket, and is no state. */
  private static final Pattern BESIDE =
      Pattern.compile("(?i)(?<![a-z])(?:access|logs?|logging)(?![a-z])");

  @Override
  public Set<String> types() {
    return Set.of("aws_s3_bucket");
  }

  @Override
  public Set<Class<? extends Fact>> kinds() {
    return Set.of(StateBucket.class);
  }

  @Override
  public List<StateBucket> read(Attributes bucket) {
    Truth keeps =
        bucket
            .tags()
            .is(tags -> "terraform-state".equals(tags.get("atoll:purpose")))
            .or(isNamed(bucket))
            .or(isCalled(bucket));
    if (!keeps.isYes()) {
      return List.of();
    }
    Value<Region> region = bucket.region();
    return List.of(
        new StateBucket(
            bucket.source(),
            bucket.ref(),
            bucket.text("bucket"),
            region,
            // S3 encrypts every new object since 2023; nothing turns that off.
            // https://docs.aws.amazon.com/AmazonS3/latest/userguide/default-encryption-faq.html
            Value.known(true),
            versioned(bucket),
            blocked(bucket)));
  }

  private static Truth isNamed(Attributes bucket) {
    Things things = bucket.things();
    return things.root().backends().stream()
        .flatMap(backend -> backend.arguments().member("bucket").asText().stream())
        .map(name -> bucket.text("bucket").is(name::equals))
        .reduce(Truth.NO, Truth::or);
  }

  /**
   * A bucket that is called after what it keeps: the roots that keep it there often leave its name
   * to the command line.
   */
  private static Truth isCalled(Attributes bucket) {
    return Stream.of(bucket.ref().key(), bucket.legible("bucket").asOptional().orElse(""))
            .anyMatch(name -> CALLED.matcher(name).find() && !BESIDE.matcher(name).find())
        ? Truth.YES
        : Truth.NO;
  }

  private static Value<Boolean> versioned(Attributes bucket) {
    Optional<Attributes> separate = about(bucket, VERSIONING);
    if (separate.isPresent()) {
      return separate
          .get()
          .blocks("versioning_configuration")
          .flatMap(
              blocks ->
                  blocks.isEmpty()
                      ? Value.known(false)
                      : blocks.get(0).text("status").map("Enabled"::equals));
    }
    Optional<String> unplaced = bucket.things().unplaced(VERSIONING, "bucket");
    if (unplaced.isPresent()) {
      return Value.unknown(unplaced.get());
    }
    return bucket
        .blocks("versioning")
        .flatMap(
            blocks -> blocks.isEmpty() ? Value.known(false) : blocks.get(0).flag("enabled", false));
  }

  private static Value<Boolean> blocked(Attributes bucket) {
    Optional<Attributes> separate = about(bucket, "aws_s3_bucket_public_access_block");
    if (separate.isEmpty()) {
      return Value.unknown(
          "no aws_s3_bucket_public_access_block says so; only buckets made since April 2023 have"
              + " all four blocks by default");
    }
    Value<Boolean> all = Value.known(true);
    for (String block : BLOCKS) {
      all = all.flatMap(yes -> separate.get().flag(block, false).map(one -> yes && one));
    }
    return all;
  }

  private static Optional<Attributes> about(Attributes bucket, String type) {
    Optional<String> name = bucket.text("bucket").asOptional();
    return bucket.things().ofType(type).stream()
        .filter(one -> isOf(one, bucket) || (name.isPresent() && isNamed(one, name.get())))
        .findFirst();
  }

  private static boolean isOf(Attributes setting, Attributes bucket) {
    return setting.ref("bucket").is(bucket.ref()::equals).isYes();
  }

  private static boolean isNamed(Attributes setting, String bucket) {
    return setting.text("bucket").is(bucket::equals).isYes();
  }
}
