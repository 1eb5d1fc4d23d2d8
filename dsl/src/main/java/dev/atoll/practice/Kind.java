package dev.atoll.practice;

/** The three kinds of rows in the catalogue. */
public enum Kind {
  /** Holds for any such deployment; audits strangers' code too. */
  PRACTICE,
  /** A value that this deployment's topology owns; never held against a stranger. */
  EXPECTATION,
  /** Something that the tool does; proven by tests of the tool. */
  PROMISE
}
