package dev.atoll.practice.database;

import static dev.atoll.practice.Citation.bestPractices;
import static dev.atoll.practice.Citation.page;
import static dev.atoll.practice.Citation.progress;

import dev.atoll.practice.About;
import dev.atoll.practice.Awaited;
import dev.atoll.practice.Citation;
import dev.atoll.practice.EvidenceKind;
import dev.atoll.practice.Practice;
import dev.atoll.practice.Promise;
import dev.atoll.practice.Severity;
import java.util.List;

/** The rows about Aurora PostgreSQL: its cost, who reaches it, and how a client signs in. */
public final class DatabasePractices {

  private static final Citation SERVERLESS_CAPACITY =
      page(
          "Amazon Aurora User Guide, Aurora Serverless v2 capacity",
          "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-serverless-v2.setting-capacity.html");
  private static final Citation AURORA_PRICING =
      page("Amazon Aurora pricing", "https://aws.amazon.com/rds/aurora/pricing/");
  private static final Citation IAM_AUTHENTICATION =
      page(
          "Amazon Aurora User Guide, IAM database authentication",
          "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/UsingWithRDS.IAMDBAuth.html");

  private DatabasePractices() {}

  /** The rows in the catalogue's order. */
  public static List<Practice> all() {
    return List.of(
        new Awaited(writerOnly()),
        new Awaited(minimumCapacity()),
        new Promise(capacityCost()),
        new Awaited(oneDatabase()),
        new Awaited(portOpenToRegionsOnly()),
        new Awaited(generatedCredentials()),
        new Awaited(regionLossIsSaid()),
        new Awaited(iamTokenRegion()),
        new Awaited(rotatingPassword()),
        new Awaited(connectionUrl()));
  }

  static About writerOnly() {
    return About.practice("AUR-1", "Each Aurora Serverless v2 cluster has one instance, the writer")
        .severity(Severity.WARNING)
        .from(progress("Completed Today, 1. Cost Optimization"), SERVERLESS_CAPACITY)
        .because(
            "A reader is billed for its own capacity around the clock, at least 0.5 ACU or about"
                + " $44 a month, and Coder never reads from it: all its queries go to the writer.")
        .fix(
            "Keep one aws_rds_cluster_instance per cluster. If a reader is wanted, declare it with"
                + " its reason.")
        .wants(EvidenceKind.APPLIED);
  }

  static About minimumCapacity() {
    return About.practice("AUR-2", "Minimum capacity adds up to 1.0 ACU: Coder 0.5, LiteLLM 0.5")
        .severity(Severity.WARNING)
        .from(progress("Completed Today, 1. Cost Optimization"), SERVERLESS_CAPACITY)
        .because(
            "The minimum is paid for every hour, busy or idle: each half ACU too much costs about"
                + " $44 a month. Nobody sees it before the bill.")
        .fix(
            "Set serverlessv2_scaling_configuration.min_capacity to 0.5 on both clusters and let"
                + " max_capacity take the peaks.")
        .wants(EvidenceKind.APPLIED);
  }

  static About capacityCost() {
    return About.promise(
            "AUR-3", "Aurora's monthly cost: about $130 with the reader, about $86 without")
        .from(progress("Completed Today, 1. Cost Optimization"), AURORA_PRICING)
        .because(
            "A saving of about $44 a month is the documented reason for having no reader. If the"
                + " sum is off by more than 3 %, or hides that storage and I/O are left out, the"
                + " choice rests on a wrong number.")
        .fix(
            "Compute ACU × hours × price: 1.5 or 1.0 ACU, 720 to 730 hours a month, 0.12 USD per"
                + " ACU-hour. Say that storage and I/O come on top.")
        .wants(EvidenceKind.MODEL);
  }

  static About oneDatabase() {
    return About.practice(
            "AUR-4", "Every region's Coder uses the same database, through the writer endpoint")
        .from(
            bestPractices("Multi-Region Coder Visibility"),
            page(
                "Amazon Aurora User Guide, Aurora endpoint connections",
                "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Aurora.Overview.Endpoints.html"))
        .because(
            "Two databases are two deployments under one name: a user who is routed to the other"
                + " region finds no account and no workspaces. Behind the reader endpoint a server"
                + " fails on its first write.")
        .fix(
            "Give the Coder of every region the same connection secret, and build its URL from the"
                + " cluster's endpoint, never from reader_endpoint.")
        .wants(EvidenceKind.APPLIED, EvidenceKind.CLUSTER);
  }

  static About portOpenToRegionsOnly() {
    return About.practice(
            "AUR-5", "Port 5432 is open to each region's VPC CIDR and to nothing wider")
        .from(
            progress("Infrastructure State"),
            bestPractices("Multi-Region Coder Visibility"),
            page(
                "Amazon VPC Peering Guide, update your security groups",
                "https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-security-groups.html"))
        .because(
            "A missing CIDR takes a region's Coder down at start: it waits for the database and"
                + " never gets ready. A wider one offers every user's tokens and workspaces to"
                + " whoever reaches the address.")
        .fix(
            "Write one ingress rule for TCP 5432 per region, its CIDR taken from that region's VPC"
                + " and not typed. Across regions a rule must name the CIDR: a group of another"
                + " region cannot be referenced.")
        .wants(EvidenceKind.PLAN, EvidenceKind.APPLIED);
  }

  static About generatedCredentials() {
    return About.practice(
            "AUR-6", "Credentials are generated, kept in Secrets Manager, and written nowhere else")
        .from(
            progress("Important Notes 1"),
            page(
                "Terraform, manage sensitive data",
                "https://developer.hashicorp.com/terraform/language/manage-sensitive-data"))
        .because(
            "A password in a tfvars file, an output or a report is in git history, CI logs and chat"
                + " for good, and whoever finds it owns the users' workspaces.")
        .fix(
            "Let RDS or Secrets Manager generate it and pass references. Mark outputs sensitive,"
                + " use write-only arguments where the provider has them, and list by name what"
                + " still reaches the state.")
        .wants(EvidenceKind.PLAN, EvidenceKind.APPLIED);
  }

  static About regionLossIsSaid() {
    return About.practice(
            "AUR-7", "Losing the database's region stops Coder everywhere, and every claim says so")
        .severity(Severity.WARNING)
        .from(
            bestPractices("DNS and Multi-Region Setup, Benefits 1"),
            page(
                "Amazon Aurora User Guide, switchover or failover of a global database",
                "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-global-database-disaster-recovery.html"))
        .because(
            "There is one writer. When its region is lost, every region's Coder stops with it, and"
                + " so do LiteLLM, the Terraform state and the secrets kept there, while a"
                + " dashboard still promises failover.")
        .fix(
            "Choose knowingly among nothing (restore from backup), a cross-region replica and a"
                + " global database. Write the recovery time and the price of that choice next to"
                + " each claim of failover.")
        .wants(EvidenceKind.MODEL, EvidenceKind.TRAFFIC);
  }

  static About iamTokenRegion() {
    return About.practice(
            "AUR-8",
            "IAM tokens are signed for the database's region, and the grant is in the runbook")
        .from(
            IAM_AUTHENTICATION,
            page(
                "Amazon Aurora User Guide, creating a database account with IAM authentication",
                "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/UsingWithRDS.IAMDBAuth.DBAccounts.html"))
        .because(
            "A replica elsewhere signs for its own region unless told, and PostgreSQL answers \"PAM"
                + " authentication failed\". Without GRANT rds_iam the same happens in every"
                + " region, on the day somebody rebuilds the database.")
        .fix(
            "Set AWS_REGION to the database's region where the token is made. Run GRANT rds_iam TO"
                + " the application's user as a runbook step, since the AWS provider cannot.")
        .wants(EvidenceKind.PLAN);
  }

  static About rotatingPassword() {
    return About.practice(
            "AUR-9", "Where RDS rotates the master password, no client keeps a URL written once")
        .from(
            page(
                "Amazon Aurora User Guide, password management with Secrets Manager",
                "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/rds-secrets-manager.html"))
        .because(
            "RDS rotates a password that it manages every 7 days by default. Open connections live"
                + " on, so Coder fails days later, at the next connection: a restart, a scale-out"
                + " or a failover at night.")
        .fix(
            "Give Coder an application user with a password of its own, or IAM authentication, or"
                + " something that reloads the secret and restarts the pods.")
        .wants(EvidenceKind.PLAN);
  }

  static About connectionUrl() {
    return About.practice(
            "AUR-10", "Connection URLs are percent-encoded, and TLS to the database is verified")
        .from(
            page(
                "PostgreSQL, SSL support in libpq",
                "https://www.postgresql.org/docs/current/libpq-ssl.html"),
            page(
                "RFC 3986, percent-encoding", "https://www.rfc-editor.org/rfc/rfc3986#section-2.1"))
        .because(
            "A generated password with #, ? or % in it cuts the URL in two or changes it, and the"
                + " server crash-loops on a wrong host or password. sslmode=require encrypts but"
                + " takes any certificate, so whoever sits on the path can be the database.")
        .fix(
            "Wrap user and password in urlencode(), and use sslmode=verify-full with the RDS"
                + " certificate bundle mounted.")
        .wants(EvidenceKind.PLAN);
  }
}
