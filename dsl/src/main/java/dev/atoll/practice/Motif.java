package dev.atoll.practice;

/**
 * What a finding is one half of. Findings of several practices may have one cause, or hide each
 * other; each judge says so of its own, and whoever reports puts them together by it.
 */
public enum Motif {
  /** Port 443 of a Service leads to where nothing listens. */
  PORT_LEADS_NOWHERE,
  /** A command mends an object after it was made. */
  MENDED_AFTERWARDS,
  /** Every apply does it again. */
  EVERY_APPLY,
  /** A health check that other Regions answer. */
  HEALTH_OF_OTHERS,
  /** A name for users that leads to a workspace proxy. */
  LEADS_TO_PROXY
}
