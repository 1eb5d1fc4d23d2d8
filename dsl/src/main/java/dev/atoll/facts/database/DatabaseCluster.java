package dev.atoll.facts.database;

import dev.atoll.aws.Acu;
import dev.atoll.aws.Region;
import dev.atoll.facts.Fact;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Source;
import dev.atoll.facts.Value;
import java.util.Optional;
import java.util.Set;

/**
 * An Aurora database cluster.
 *
 * @param region where it is
 * @param identifier its name in RDS
 * @param databaseName the database that was made with it; empty when there is none
 * @param engine such as {@code aurora-postgresql}
 * @param capacity the limits of Serverless v2; empty when it is provisioned
 * @param encrypted whether its storage is encrypted
 * @param deletionProtected whether RDS refuses to delete it
 * @param backupDays for how many days automated backups are kept
 * @param masterPassword who knows the master user's password
 * @param iamAuthentication whether users may sign in with IAM tokens
 * @param groups its security groups
 * @param port the TCP port on which it listens
 * @param secondary whether it follows a cluster of another Region
 */
public record DatabaseCluster(
    Source source,
    Ref ref,
    Value<Region> region,
    Value<String> identifier,
    Value<String> databaseName,
    Value<String> engine,
    Value<Optional<Capacity>> capacity,
    Value<Boolean> encrypted,
    Value<Boolean> deletionProtected,
    Value<Integer> backupDays,
    Value<MasterPassword> masterPassword,
    Value<Boolean> iamAuthentication,
    Value<Set<Ref>> groups,
    Value<Integer> port,
    Value<Boolean> secondary)
    implements Fact {

  /** The limits between which a serverless cluster scales. */
  public record Capacity(Acu min, Acu max) {
    @Override
    public String toString() {
      return min.value() + " to " + max;
    }
  }

  /** Who made the master user's password and keeps it. */
  public enum MasterPassword {
    /** RDS, in Secrets Manager. It rotates, every 7 days unless said otherwise. */
    MANAGED_BY_RDS,
    /** Somebody who gave it to RDS. */
    GIVEN,
    /** Nobody: it came with a snapshot or a primary. */
    INHERITED
  }
}
