package dev.atoll.conformance.read.aws;

import dev.atoll.conformance.read.resource.Attributes;
import dev.atoll.facts.Fact;
import dev.atoll.facts.Ref;
import dev.atoll.facts.Value;
import dev.atoll.facts.database.DatabaseInstance;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Instances of Aurora clusters. */
final class DatabaseInstanceReader implements ResourceReader {

  @Override
  public Set<String> types() {
    return Set.of("aws_rds_cluster_instance");
  }

  @Override
  public Set<Class<? extends Fact>> kinds() {
    return Set.of(DatabaseInstance.class);
  }

  @Override
  public List<DatabaseInstance> read(Attributes instance) {
    return List.of(
        new DatabaseInstance(
            instance.source(),
            instance.ref(),
            cluster(instance),
            instance.text("instance_class"),
            instance.has("writer")
                ? instance.flag("writer", false)
                : Value.unknown("RDS decides which instance writes"),
            Optional.empty()));
  }

  /** A state names the cluster by its identifier, which is no id of AWS's making. */
  private static Value<Ref> cluster(Attributes instance) {
    return instance
        .ref("cluster_identifier")
        .map(
            named ->
                instance.things().ofType("aws_rds_cluster").stream()
                    .filter(one -> one.text("cluster_identifier").is(named.key()::equals).isYes())
                    .map(Attributes::ref)
                    .findFirst()
                    .orElse(named));
  }
}
