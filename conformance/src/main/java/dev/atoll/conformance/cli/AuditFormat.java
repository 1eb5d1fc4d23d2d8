package dev.atoll.conformance.cli;

/** In which form an audit is printed. */
enum AuditFormat {
  /** For a person. */
  CONSOLE,
  /** For a program. */
  JSON,
  /** For code scanning. */
  SARIF,
  /** For CI servers. */
  JUNIT
}
