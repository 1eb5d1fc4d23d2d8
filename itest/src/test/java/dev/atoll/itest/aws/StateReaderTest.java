package dev.atoll.itest.aws;

import static dev.atoll.facts.Value.known;
import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.aws.Region;
import dev.atoll.facts.Fact;
import dev.atoll.facts.Facts;
import dev.atoll.facts.Origin;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Source;
import dev.atoll.facts.state.StateBucket;
import dev.atoll.facts.state.StateObject;
import dev.atoll.itest.localstack.LocalStackExtension;
import dev.atoll.itest.localstack.World;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;

@ExtendWith(LocalStackExtension.class)
class StateReaderTest {

  private static AwsClients account;

  @BeforeAll
  static void build(World world) {
    account = AwsClients.of(world);
  }

  @AfterAll
  static void close() {
    account.close();
  }

  @Test
  void aBucketAsItShouldBe() {
    S3Client s3 = bucket("atoll-state-good", Region.US_WEST_2);
    version(s3, "atoll-state-good");
    assertThat(read("atoll-state-good").all(StateBucket.class).facts())
        .containsExactly(
            new StateBucket(
                new Source(Origin.APPLIED, "arn:aws:s3:::atoll-state-good (us-west-2)"),
                new Ref("arn:aws:s3:::atoll-state-good"),
                known("atoll-state-good"),
                known(Region.US_WEST_2),
                known(true),
                known(true),
                known(true)));
  }

  @Test
  void us_east_1HasNoLocationConstraint() {
    account.s3(Region.US_EAST_1).createBucket(request -> request.bucket("atoll-state-virginia"));
    assertThat(bucketFact("atoll-state-virginia").region()).isEqualTo(known(Region.US_EAST_1));
  }

  @Test
  void aBucketThatKeepsNoVersions() {
    bucket("atoll-state-unversioned", Region.US_EAST_2);
    assertThat(bucketFact("atoll-state-unversioned").versioned()).isEqualTo(known(false));
  }

  @Test
  void aBucketWhoseVersioningIsSuspended() {
    S3Client s3 = bucket("atoll-state-suspended", Region.US_EAST_2);
    version(s3, "atoll-state-suspended");
    s3.putBucketVersioning(
        request ->
            request
                .bucket("atoll-state-suspended")
                .versioningConfiguration(
                    versioning -> versioning.status(BucketVersioningStatus.SUSPENDED)));
    assertThat(bucketFact("atoll-state-suspended").versioned()).isEqualTo(known(false));
  }

  @Test
  void threeBlocksOfFourAreNotEnough() {
    S3Client s3 = bucket("atoll-state-open", Region.US_EAST_2);
    s3.putPublicAccessBlock(
        request ->
            request
                .bucket("atoll-state-open")
                .publicAccessBlockConfiguration(
                    block ->
                        block
                            .blockPublicAcls(true)
                            .ignorePublicAcls(true)
                            .blockPublicPolicy(false)
                            .restrictPublicBuckets(true)));
    assertThat(bucketFact("atoll-state-open").publicAccessBlocked()).isEqualTo(known(false));
  }

  @Test
  void noBlockAtAll() {
    S3Client s3 = bucket("atoll-state-bare", Region.US_EAST_2);
    s3.deletePublicAccessBlock(request -> request.bucket("atoll-state-bare"));
    assertThat(bucketFact("atoll-state-bare").publicAccessBlocked()).isEqualTo(known(false));
  }

  @Test
  void aBucketThatIsNotThereGivesNoFact() {
    assertThat(StateReader.read(account, "atoll-state-nowhere")).isEmpty();
  }

  @Test
  void theLockOfEachStateLeavesItsTrace() {
    S3Client s3 = bucket("atoll-state-locked", Region.US_EAST_2);
    version(s3, "atoll-state-locked");
    put(s3, "atoll-state-locked", "network/terraform.tfstate");
    put(s3, "atoll-state-locked", "network/terraform.tfstate.tflock");
    s3.deleteObject(
        request -> request.bucket("atoll-state-locked").key("network/terraform.tfstate.tflock"));
    put(s3, "atoll-state-locked", "env:/blue/coder/terraform.tfstate");
    put(s3, "atoll-state-locked", "README.md");
    put(s3, "atoll-state-locked", "gone/terraform.tfstate");
    s3.deleteObject(request -> request.bucket("atoll-state-locked").key("gone/terraform.tfstate"));

    assertThat(read("atoll-state-locked").all(StateObject.class).facts())
        .containsExactlyInAnyOrder(
            state("atoll-state-locked", "network/terraform.tfstate", true),
            state("atoll-state-locked", "env:/blue/coder/terraform.tfstate", false));
  }

  @Test
  void withoutVersionsALockThatIsGoneCannotBeSeen() {
    S3Client s3 = bucket("atoll-state-forgetful", Region.US_EAST_2);
    put(s3, "atoll-state-forgetful", "terraform.tfstate");
    assertThat(read("atoll-state-forgetful").all(StateObject.class).facts())
        .singleElement()
        .extracting(state -> state.lockTaken().is(taken -> taken).isOpen())
        .isEqualTo(true);
  }

  private static StateObject state(String bucket, String key, boolean lockTaken) {
    String arn = "arn:aws:s3:::%s/%s".formatted(bucket, key);
    return new StateObject(
        new Source(Origin.APPLIED, arn),
        new Ref(arn),
        known(bucket),
        known(key),
        known(true),
        known(lockTaken));
  }

  private static S3Client bucket(String name, Region region) {
    S3Client s3 = account.s3(region);
    s3.createBucket(
        request ->
            request
                .bucket(name)
                .createBucketConfiguration(
                    configuration -> configuration.locationConstraint(region.name())));
    return s3;
  }

  private static void version(S3Client s3, String bucket) {
    s3.putBucketVersioning(
        request ->
            request
                .bucket(bucket)
                .versioningConfiguration(
                    versioning -> versioning.status(BucketVersioningStatus.ENABLED)));
  }

  private static void put(S3Client s3, String bucket, String key) {
    s3.putObject(request -> request.bucket(bucket).key(key), RequestBody.fromString("{}"));
  }

  private static StateBucket bucketFact(String name) {
    return read(name).find(StateBucket.class, new Ref("arn:aws:s3:::" + name)).orElseThrow();
  }

  private static Facts read(String bucket) {
    List<Fact> facts = StateReader.read(account, bucket);
    return Facts.of(account.origin(), facts);
  }
}
