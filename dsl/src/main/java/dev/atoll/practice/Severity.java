package dev.atoll.practice;

/** How bad it is when a practice does not hold. Declared from the mildest to the worst. */
public enum Severity {
  /** Good to know. */
  NOTE,
  /** Works, but will hurt; does not fail a run unless asked. */
  WARNING,
  /** Broken, insecure, or a promise of the documents that is not kept. */
  ERROR
}
