package dev.atoll.diagnosis;

import static dev.atoll.diagnosis.Written.bestPractices;
import static dev.atoll.diagnosis.Written.page;
import static dev.atoll.diagnosis.Written.progress;

import java.util.List;

/** What AWS answers: identities, quotas, names, certificates, state. */
final class AccountErrors {

  private AccountErrors() {}

  static List<KnownError> all() {
    return List.of(
        KnownError.called("assume-role-refused", "SEC-4")
            .reads("not authorized to perform:? sts:AssumeRoleWithWebIdentity")
            .markedBy("sts:assumerolewithwebidentity")
            .means(
                "The role's trust policy does not name this pod's namespace and service account,"
                    + " or the cluster's OIDC provider.")
            .fix(
                "Let sub be system:serviceaccount:NAMESPACE:NAME, aud be sts.amazonaws.com, and the"
                    + " principal the provider of this cluster; no wildcard.")
            .writtenIn(bestPractices("Service Account Permissions")),
        KnownError.called("address-quota", "LB-9")
            .reads("AddressLimitExceeded")
            .markedBy("addresslimitexceeded")
            .means(
                "The account has no Elastic IP left in this Region: five unless it asked for more,"
                    + " and every load balancer takes one per zone, every NAT gateway one.")
            .fix(
                "Ask for more (Service Quotas, EC2-VPC Elastic IPs) and state it,"
                    + " .quota(ELASTIC_IPS, n); or let AWS pick the addresses.")
            .writtenIn(
                bestPractices("Static IP Addresses"),
                page(
                    "Amazon VPC quotas",
                    "https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html")),
        KnownError.called("record-conflict", "DNS-8")
            .reads(
                "RRSet of type CNAME with DNS name \\S+ is not permitted as it conflicts with other"
                    + " records|RRSet of type \\S+ with DNS name \\S+ is not permitted because a"
                    + " conflicting RRSet of type CNAME")
            .markedBy("rrset")
            .means(
                "A CNAME and another record were wanted on one name, as the documents' wildcard"
                    + " CNAME beside latency records. DNS allows a CNAME alone.")
            .fix("Keep the latency alias A records on the wildcard and drop the CNAME.")
            .writtenIn(progress("Next Steps, 4. Configure Route53")),
        KnownError.called("certificate-lookup", "SEC-1")
            .reads(
                "(no|empty result|couldn't find).{0,40}ACM Certificate.{0,80}"
                    + "(matching|found|result|statuses)|no certificate for domain \"[^\"]+\" found")
            .markedBy("acm", "certificate")
            .means(
                "Terraform looked for an issued certificate of that domain in that Region and found"
                    + " none: it was not asked for there, or its validation has not ended.")
            .fix(
                "Apply the certificate and its validation record in that Region first, or make the"
                    + " certificate in the same root and use it through its validation.")
            .writtenIn(
                bestPractices("TLS/SSL Certificate Management"),
                progress("Important Notes 5. Certificate Management")),
        KnownError.called("state-locked", "SEC-5")
            .reads("error acquiring the state lock")
            .markedBy("acquiring")
            .means(
                "Somebody else applies right now, or an apply was killed and left its lock"
                    + " behind. The lock does its duty.")
            .fix(
                "See who holds it (ID and Who stand below the message). Only when that apply is"
                    + " certainly over: terraform force-unlock ID.")
            .writtenIn(progress("Important Notes 2. S3 Backend")),
        KnownError.called("vpc-has-dependencies", "HELM-7")
            .reads("DependencyViolation:.{0,60}\\b(vpc|subnet|network)\\b.{0,120}")
            .markedBy("dependencyviolation:")
            .means(
                "Something that Terraform did not make still uses the network: a load balancer, its"
                    + " interfaces or addresses, made by the controller for a Service.")
            .fix(
                "Delete the Services first, wait until the controller has removed their load"
                    + " balancers, then destroy again; the releases must depend on the"
                    + " controller's.")
            .writtenIn(
                page(
                    "Amazon VPC, delete your VPC",
                    "https://docs.aws.amazon.com/vpc/latest/userguide/delete-vpc.html")));
  }
}
