package dev.atoll.practice.security;

import dev.atoll.practice.Practice;
import java.util.List;

/** The rows about certificates, roles, secrets and Terraform state. */
public final class SecurityPractices {

  private SecurityPractices() {}

  /** The rows in the catalogue's order. */
  public static List<Practice> all() {
    return List.of(
        new CertificatesAreReady(),
        new NoLiteralArn(),
        new CertificatesCoverNames(),
        new TrustNamesTheAccount(),
        new StateInS3(),
        new NoSecretsInWrittenFiles(),
        new AuditLogAddress(),
        new NoSecretsThroughVariables());
  }
}
