package dev.atoll.itest.aws;

import dev.atoll.facts.Value;
import java.util.Map;
import java.util.function.Supplier;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Answers of S3, which says by an error that something is not configured. */
final class S3Answer {

  private S3Answer() {}

  /**
   * @param call asks S3
   * @param meanings what an error code says about the bucket; another error leaves it unknown
   */
  static <T> Value<T> of(Supplier<T> call, Map<String, T> meanings) {
    try {
      return Value.known(call.get());
    } catch (S3Exception e) {
      String code = e.awsErrorDetails() == null ? "" : e.awsErrorDetails().errorCode();
      return meanings.containsKey(code)
          ? Value.known(meanings.get(code))
          : Value.unknown("S3 refused: " + e.getMessage());
    }
  }
}
