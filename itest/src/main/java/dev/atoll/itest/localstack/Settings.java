package dev.atoll.itest.localstack;

import java.util.Map;

/** How LocalStack is set in a container; {@code launch.py} has the same for the process. */
final class Settings {

  static final Map<String, String> SHARED =
      Map.of(
          "DNS_ADDRESS", "0",
          "SKIP_SSL_CERT_DOWNLOAD", "1",
          "DISABLE_EVENTS", "1",
          "EAGER_SERVICE_LOADING", "0",
          "MOTO_ACM_VALIDATION_WAIT", "1",
          "MOTO_IAM_LOAD_MANAGED_POLICIES", "true");

  private Settings() {}
}
