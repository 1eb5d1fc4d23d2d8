package dev.atoll.itest.aws;

import dev.atoll.aws.Region;
import dev.atoll.facts.Fact;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Source;
import dev.atoll.facts.Value;
import dev.atoll.facts.state.StateBucket;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.PublicAccessBlockConfiguration;

/** Reads a bucket that keeps Terraform state, and the states in it. */
public final class StateReader {

  private StateReader() {}

  /**
   * The bucket and the states in it; nothing when there is no such bucket. What the credentials may
   * not see is unknown.
   *
   * @throws software.amazon.awssdk.core.exception.SdkException when the bucket cannot be located or
   *     listed
   */
  public static List<Fact> read(AwsAccount account, String bucket) {
    Region region;
    try {
      region = location(account.s3(Region.US_EAST_1), bucket);
    } catch (NoSuchBucketException e) {
      return List.of();
    }
    S3Client s3 = account.s3(region);
    StateBucket fact = bucket(account, s3, region, bucket);
    return Stream.<Fact>concat(
            Stream.of(fact),
            new StateObjects(account.origin(), s3, bucket, fact.versioned()).read())
        .toList();
  }

  // us-east-1 knows the location of every bucket; its own has no name, and eu-west-1's an old one.
  private static Region location(S3Client s3, String bucket) {
    String constraint =
        s3.getBucketLocation(request -> request.bucket(bucket)).locationConstraintAsString();
    if (constraint == null || constraint.isEmpty()) {
      return Region.US_EAST_1;
    }
    return constraint.equals("EU") ? Region.EU_WEST_1 : new Region(constraint);
  }

  private static StateBucket bucket(AwsAccount account, S3Client s3, Region region, String bucket) {
    String arn = "arn:aws:s3:::" + bucket;
    return new StateBucket(
        new Source(account.origin(), "%s (%s)".formatted(arn, region)),
        new Ref(arn),
        Value.known(bucket),
        Value.known(region),
        S3Answer.of(
            () ->
                s3.getBucketEncryption(request -> request.bucket(bucket))
                    .serverSideEncryptionConfiguration()
                    .hasRules(),
            Map.of("ServerSideEncryptionConfigurationNotFoundError", false)),
        S3Answer.of(
            () ->
                s3.getBucketVersioning(request -> request.bucket(bucket)).status()
                    == BucketVersioningStatus.ENABLED,
            Map.of()),
        S3Answer.of(
            () ->
                blocksAll(
                    s3.getPublicAccessBlock(request -> request.bucket(bucket))
                        .publicAccessBlockConfiguration()),
            Map.of("NoSuchPublicAccessBlockConfiguration", false)));
  }

  private static boolean blocksAll(PublicAccessBlockConfiguration block) {
    return Stream.of(
            block.blockPublicAcls(),
            block.ignorePublicAcls(),
            block.blockPublicPolicy(),
            block.restrictPublicBuckets())
        .allMatch(Boolean.TRUE::equals);
  }
}
