package dev.atoll.practice;

import dev.atoll.traffic.Twin;

/**
 * A practice that shows only when something is done to a running deployment: a server ends, a path
 * is cut, a key changes. It is tried on a twin, never on a live deployment.
 */
public interface Tried extends Practice {

  /** Tries it, judges, and leaves the twin healed. Never throws for what the deployment does. */
  Judgement attempt(Twin twin);
}
