package dev.atoll.diagnosis;

import static dev.atoll.diagnosis.Written.page;
import static dev.atoll.diagnosis.Written.progress;

import java.util.List;

/** What Coder and its Terraform provider say when the licence, or the token, does not suffice. */
final class LicenceErrors {

  private static final String BLOCKED = progress("Blocked - Awaiting Enterprise License");
  private static final String ENTITLEMENTS =
      page(
          "Coder 2.27.1, entitlements",
          "https://github.com/coder/coder/blob/v2.27.1/enterprise/coderd/license/license.go");
  private static final String SIGNED_OUT =
      page(
          "Coder 2.27.1, API key middleware",
          "https://github.com/coder/coder/blob/v2.27.1/coderd/httpmw/apikey.go");

  private LicenceErrors() {}

  static List<KnownError> all() {
    return List.of(
        KnownError.called("licence-proxy-terraform", "PRX-3")
            .reads("your license is not entitled to create workspace proxies")
            .markedBy("entitled")
            .means(
                "Terraform's provider coderd asked Coder for a workspace proxy, and the licence"
                    + " does not have that feature. Token, network and configuration are fine:"
                    + " the request arrived and was understood.")
            .fix(
                "Apply a licence with workspace proxies (Deployment, Licenses, or CODER_LICENSE),"
                    + " then run the same terraform apply again; atoll runbook lists the steps."
                    + " Until then declare it: .licencePending(because(…)).")
            .writtenIn(BLOCKED),
        KnownError.called("licence-proxy-api", "PRX-3")
            .reads("workspace proxy is a premium feature\\. contact sales")
            .markedBy("premium")
            .means(
                "Coder's API answers 403 to every request about workspace proxies, because the"
                    + " licence does not have the feature. It is no fault of token or network.")
            .fix(
                "Apply a licence with workspace proxies, then repeat the request; atoll runbook"
                    + " lists the steps.")
            .writtenIn(BLOCKED),
        KnownError.called("licence-high-availability", "CDR-8")
            .reads(
                "you have multiple replicas but (high availability is an enterprise feature"
                    + "|your license is not entitled to high availability"
                    + "|your license for high availability is expired)")
            .markedBy("replicas")
            .means(
                "More than one Coder server runs on this database, counted over all Regions, and"
                    + " no licence allows it. Users whose workspace is connected to the other"
                    + " server cannot reach it.")
            .fix(
                "Apply a licence with high availability, or run one replica in all Regions"
                    + " together until it is there.")
            .writtenIn(progress("Coder Replicas vs Workspace Proxies"), ENTITLEMENTS),
        KnownError.called("token-expired", "PRX-8")
            .reads("you are signed out or your session has expired")
            .markedBy("signed")
            .means(
                "Coder does not know the session token: it expired, was revoked, or belongs to"
                    + " another deployment.")
            .fix(
                "Make a new token as an owner (coder tokens create), store it in Secrets Manager,"
                    + " and run again.")
            .writtenIn(
                progress("Troubleshooting, If Workspace Proxy Deployment Fails, 2"), SIGNED_OUT));
  }
}
