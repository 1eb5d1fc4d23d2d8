package dev.atoll.practice.database;

import dev.atoll.facts.database.DatabaseCluster;
import java.util.Locale;

/** Whose database a cluster is, by the name of its database, or else of the cluster. */
enum Client {
  CODER,
  LITELLM,
  ANOTHER;

  static Client of(DatabaseCluster cluster) {
    String database = cluster.databaseName().asOptional().orElse("");
    String name = database.isEmpty() ? cluster.identifier().asOptional().orElse("") : database;
    String lower = (name.isEmpty() ? cluster.ref().key() : name).toLowerCase(Locale.ROOT);
    // A database of LiteLLM's is often called after the deployment, which is called after Coder.
    if (lower.contains("litellm")) {
      return LITELLM;
    }
    return lower.contains("coder") ? CODER : ANOTHER;
  }
}
