package dev.atoll.itest.aws;

import dev.atoll.facts.Origin;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Source;
import dev.atoll.facts.Value;
import dev.atoll.facts.state.StateObject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.DeleteMarkerEntry;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsResponse;
import software.amazon.awssdk.services.s3.model.ObjectVersion;

/**
 * The states in one bucket: the objects whose key ends in {@code .tfstate}, workspaces included.
 *
 * <p>Terraform's S3 backend locks with an object beside the state and deletes it afterwards. In a
 * versioned bucket both leave a trace: a version and a delete marker.
 *
 * @param versioned whether the bucket keeps versions
 * @see <a href="https://developer.hashicorp.com/terraform/language/backend/s3#state-locking">S3
 *     backend, state locking</a>
 */
record StateObjects(Origin origin, S3Client s3, String bucket, Value<Boolean> versioned) {

  private static final String STATE = ".tfstate";
  private static final String LOCK = ".tflock";

  Stream<StateObject> read() {
    List<ListObjectVersionsResponse> pages =
        s3.listObjectVersionsPaginator(request -> request.bucket(bucket)).stream().toList();
    Set<String> everSeen =
        pages.stream()
            .flatMap(
                page ->
                    Stream.concat(
                        page.versions().stream().map(ObjectVersion::key),
                        page.deleteMarkers().stream().map(DeleteMarkerEntry::key)))
            .collect(Collectors.toUnmodifiableSet());
    return pages.stream()
        .flatMap(page -> page.versions().stream())
        .filter(version -> Boolean.TRUE.equals(version.isLatest()))
        .map(ObjectVersion::key)
        .filter(key -> key.endsWith(STATE))
        .map(key -> fact(key, everSeen.contains(key + LOCK)));
  }

  private StateObject fact(String key, boolean lockSeen) {
    String arn = "arn:aws:s3:::%s/%s".formatted(bucket, key);
    return new StateObject(
        new Source(origin, arn),
        new Ref(arn),
        Value.known(bucket),
        Value.known(key),
        S3Answer.of(
            () ->
                s3.headObject(request -> request.bucket(bucket).key(key)).serverSideEncryption()
                    != null,
            Map.of()),
        lockTaken(lockSeen));
  }

  private Value<Boolean> lockTaken(boolean lockSeen) {
    return lockSeen
        ? Value.known(true)
        : versioned.flatMap(
            kept ->
                kept
                    ? Value.known(false)
                    : Value.unknown("the bucket keeps no versions, so a lock leaves no trace"));
  }
}
