package dev.atoll.conformance.cli;

/** Who reads what a command prints. */
enum Output {
  /** A person. */
  TEXT,
  /** A program. */
  JSON
}
