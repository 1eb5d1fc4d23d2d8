package dev.atoll.diagnosis;

import static dev.atoll.diagnosis.Written.bestPractices;
import static dev.atoll.diagnosis.Written.page;

import java.util.List;

/** What databases, caches and LiteLLM say to those who cannot use them. */
final class StoreErrors {

  private StoreErrors() {}

  static List<KnownError> all() {
    return List.of(
        KnownError.called("database-password", "AUR-9")
            .reads("password authentication failed for user")
            .markedBy("authentication")
            .means(
                "The database knows another password than the one in the connection URL: RDS"
                    + " rotated it, or the URL was written once and kept.")
            .fix(
                "Do not put a rotating password into a URL: sign in with IAM, or as a user whose"
                    + " password nobody rotates, or reload the secret.")
            .writtenIn(
                page(
                    "Amazon RDS, password management with Secrets Manager",
                    "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/rds-secrets-manager.html")),
        KnownError.called("database-iam-token", "AUR-8")
            .reads("PAM authentication failed for user")
            .markedBy("pam")
            .means(
                "The database refused an IAM token: it was signed for another Region than the"
                    + " database's, expired (15 minutes), or the user was never granted rds_iam.")
            .fix(
                "Sign for the Region of the database, not of the pod, and run the grant once:"
                    + " GRANT rds_iam TO the user (the runbook has it).")
            .writtenIn(
                page(
                    "Amazon RDS, troubleshooting IAM database authentication",
                    "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/UsingWithRDS.IAMDBAuth.Troubleshooting.html")),
        KnownError.called("cache-moved", "LLM-9")
            .reads("\\bMOVED \\d{1,5} [0-9a-z.:-]+:\\d{2,5}\\b")
            .markedBy("moved")
            .means(
                "The cache is a cluster of shards and the client is not a cluster client: it does"
                    + " not follow the cache's pointer to the right shard.")
            .fix(
                "Switch cluster mode off (one shard), or give LiteLLM the nodes of a cluster"
                    + " (REDIS_CLUSTER_NODES) and not REDIS_HOST.")
            .writtenIn(
                page(
                    "Redis, cluster specification, MOVED",
                    "https://redis.io/docs/latest/operate/oss_and_stack/reference/cluster-spec/"),
                bestPractices("Current Implementation")),
        KnownError.called("litellm-key-alias", "LLM-5")
            .reads("key with alias '[^']{1,200}' already exists")
            .markedBy("alias")
            .means(
                "LiteLLM's key aliases are unique, and the key of the last rotation still has this"
                    + " one: the new key was not made.")
            .fix(
                "Give each generation its own alias, make the new key first, publish it, let both"
                    + " live for the overlap, then delete the old one.")
            .writtenIn(bestPractices("Key Rotation")));
  }
}
