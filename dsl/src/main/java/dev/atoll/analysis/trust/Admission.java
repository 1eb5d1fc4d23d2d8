package dev.atoll.analysis.trust;

import java.util.List;

/**
 * What one trust policy lets in through one OpenID Connect provider: tokens with these subjects and
 * made out for this audience.
 *
 * @param provider the provider as the policy names it; {@code *} for any
 * @param subject the subjects
 * @param audience the audiences
 */
public record Admission(String provider, Pattern subject, Pattern audience) {

  private static final String ACCOUNTS = "system:serviceaccount:";

  /** The namespaces; {@code *} for any. */
  public Pattern namespace() {
    List<String> parts = parts();
    return new Pattern(parts.size() == 2 ? parts.get(0) : "*");
  }

  /** The service accounts in them; {@code *} for any. */
  public Pattern serviceAccount() {
    List<String> parts = parts();
    return parts.size() == 2 ? new Pattern(parts.get(1)) : Pattern.ANY;
  }

  /** Whether it is about service accounts at all, and not about somebody else's identities. */
  public boolean admitsServiceAccounts() {
    return subject.covers(new Pattern(ACCOUNTS + "*"))
        || subject.text().startsWith(ACCOUNTS)
        || new Pattern(prefix() + "*").covers(new Pattern(ACCOUNTS + "*"));
  }

  /** What stands before the first wildcard. */
  private String prefix() {
    return subject.text().split("[*?]", 2)[0];
  }

  /** Namespace and account; fewer when a wildcard crosses the border between them. */
  private List<String> parts() {
    return subject.text().startsWith(ACCOUNTS)
        ? List.of(subject.text().substring(ACCOUNTS.length()).split(":", -1))
        : List.of();
  }

  @Override
  public String toString() {
    return namespace() + "/" + serviceAccount();
  }
}
