package dev.atoll.conformance.read.aws;

import dev.atoll.aws.Acu;
import dev.atoll.conformance.read.resource.Attributes;
import dev.atoll.facts.Fact;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Truth;
import dev.atoll.facts.Value;
import dev.atoll.facts.database.DatabaseCluster;
import dev.atoll.facts.database.DatabaseCluster.Capacity;
import dev.atoll.facts.database.DatabaseCluster.MasterPassword;
import dev.atoll.facts.secret.Credential;
import dev.atoll.facts.secret.Credential.Custody;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Aurora clusters, and who has the password of their master user. */
final class DatabaseClusterReader implements ResourceReader {

  @Override
  public Set<String> types() {
    return Set.of("aws_rds_cluster");
  }

  @Override
  public Set<Class<? extends Fact>> kinds() {
    return Set.of(DatabaseCluster.class, Credential.class);
  }

  @Override
  public List<Fact> read(Attributes cluster) {
    Value<MasterPassword> password = password(cluster);
    DatabaseCluster database =
        new DatabaseCluster(
            cluster.source(),
            cluster.ref(),
            cluster.region(),
            cluster.text("cluster_identifier", ""),
            cluster.text("database_name", ""),
            cluster.text("engine"),
            capacity(cluster),
            cluster.flag("storage_encrypted", false),
            cluster.flag("deletion_protection", false),
            cluster.has("backup_retention_period")
                ? cluster.number("backup_retention_period")
                : Value.known(1),
            password,
            cluster.flag("iam_database_authentication_enabled", false),
            groups(cluster),
            cluster.has("port") ? cluster.number("port") : port(cluster),
            secondary(cluster));
    Optional<Credential> credential = credential(cluster, password);
    return credential.<List<Fact>>map(one -> List.of(database, one)).orElse(List.of(database));
  }

  private static Value<Set<Ref>> groups(Attributes cluster) {
    return cluster.has("vpc_security_group_ids")
        ? cluster.refs("vpc_security_group_ids")
        : Value.unknown("without vpc_security_group_ids a cluster gets its VPC's default group");
  }

  private static Value<Integer> port(Attributes cluster) {
    return cluster.text("engine").map(engine -> engine.contains("postgresql") ? 5432 : 3306);
  }

  private static Value<Boolean> secondary(Attributes cluster) {
    return cluster.has("replication_source_identifier")
        ? Value.known(true)
        : cluster.has("global_cluster_identifier")
            // A primary has a master user; a secondary takes over its primary's.
            ? Value.known(!cluster.has("master_username"))
            : Value.known(false);
  }

  private static Value<Optional<Capacity>> capacity(Attributes cluster) {
    return cluster
        .blocks("serverlessv2_scaling_configuration")
        .flatMap(
            blocks ->
                blocks.isEmpty()
                    ? Value.known(Optional.empty())
                    : acu(blocks.get(0), "min_capacity")
                        .flatMap(
                            min ->
                                acu(blocks.get(0), "max_capacity")
                                    .map(max -> Optional.of(new Capacity(min, max)))));
  }

  private static Value<Acu> acu(Attributes block, String name) {
    return block
        .text(name)
        .flatMap(
            text ->
                text.matches("\\d{1,3}(\\.\\d{1,3})?")
                    ? Value.known(new Acu(Double.parseDouble(text)))
                    : Value.unknown(name + " is no number of ACU: " + text));
  }

  private static Value<MasterPassword> password(Attributes cluster) {
    if (cluster.has("master_password") || writeOnly(cluster)) {
      return Value.known(MasterPassword.GIVEN);
    }
    return cluster
        .flag("manage_master_user_password", false)
        .map(managed -> managed ? MasterPassword.MANAGED_BY_RDS : MasterPassword.INHERITED);
  }

  private static boolean writeOnly(Attributes cluster) {
    // The value of a write-only argument is in no plan and in no state; its version is.
    return cluster.has("master_password_wo") || cluster.has("master_password_wo_version");
  }

  private static Optional<Credential> credential(
      Attributes cluster, Value<MasterPassword> password) {
    if (password.is(MasterPassword.INHERITED::equals).isYes()) {
      return Optional.empty();
    }
    Truth given = password.is(MasterPassword.GIVEN::equals);
    Value<Custody> custody =
        given.isYes()
            ? Value.known(
                writeOnly(cluster) ? Custody.WRITE_ONLY : Custodies.of(cluster, "master_password"))
            : password.map(managed -> Custody.MANAGED);
    return Optional.of(
        new Credential(
            cluster.source(), cluster.ref(), "master password of " + cluster.ref(), custody));
  }
}
