package dev.atoll.topology;

/** What a Region is to the deployment. */
public enum Role {
  /** Holds the database and whatever else there is once; users are served here too. */
  PRIMARY,
  /** Runs Coder servers that share the primary's database. */
  REPLICA
}
